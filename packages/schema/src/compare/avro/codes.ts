/** What a difference between two Avro schemas says, and what to do about it; `{name}` is replaced by a parameter. */
export interface AvroCode {
  readonly says: string;
  readonly help: string;
  /**
   * Whether it breaks. `misread`: the reader takes the value for another one, which only strict rules count.
   * `unknown`: nobody can know whether it does, and only strict rules ask.
   */
  readonly breaks: 'yes' | 'no' | 'misread' | 'unknown';
  /** What Apache Avro’s checker, and with it the registries, call it. */
  readonly errorType?: AvroErrorType;
}

/** The kinds of incompatibility of Apache Avro’s compatibility checker. */
export type AvroErrorType =
  | 'NAME_MISMATCH'
  | 'FIXED_SIZE_MISMATCH'
  | 'MISSING_ENUM_SYMBOLS'
  | 'READER_FIELD_MISSING_DEFAULT_VALUE'
  | 'TYPE_MISMATCH'
  | 'MISSING_UNION_BRANCH';

const KEEP_TYPE = 'Keep the type, or add a field of the new type beside it and retire this one.';
const LOGICAL = 'Keep the logical type, or add a field with the new one beside it.';

/** Every code, in the order of the specification’s section on schema resolution. */
export const AVRO_CODES = {
  TYPE_CHANGED: {
    says: '{path} is written as {writer}, and the reader expects {reader}',
    help: KEEP_TYPE,
    breaks: 'yes',
    errorType: 'TYPE_MISMATCH',
  },
  TYPE_WIDENED: {
    says: '{path} is written as {writer} and read as {reader}, which holds every value of it',
    help: 'Nothing has to be done.',
    breaks: 'no',
  },
  NUMBER_ROUNDED: {
    says: '{path} is written as {writer} and read as {reader}, which rounds large numbers: {value} becomes {becomes}',
    help: 'Let the reader use a type that holds every value, or keep the numbers small and say so.',
    breaks: 'misread',
  },
  BYTES_READ_AS_TEXT: {
    says: '{path} is written as bytes and read as string, and not all bytes are text in UTF-8',
    help: KEEP_TYPE,
    breaks: 'misread',
  },
  TEXT_READ_AS_BYTES: {
    says: '{path} is written as string and read as bytes: the same bytes, in UTF-8',
    help: 'Nothing has to be done.',
    breaks: 'no',
  },
  NAME_CHANGED: {
    says: '{path} is written as {kind} {writer}, and the reader expects {kind} {reader}',
    help: 'Keep the name, or let the reader list the old one under `aliases`.',
    breaks: 'yes',
    errorType: 'NAME_MISMATCH',
  },
  NAME_FOUND_BY_ALIAS: {
    says: '{path} is written as {kind} {writer}, which the reader {reader} lists among its aliases',
    help: 'Nothing has to be done.',
    breaks: 'no',
  },
  NAMESPACE_CHANGED: {
    says: '{path} is written as {kind} {writer} and read as {reader}: names match without their namespaces, and some readers compare them whole',
    help: 'Keep the namespace, or let the reader list the old full name under `aliases`.',
    breaks: 'misread',
  },
  PROPERTY_REQUIRED: {
    says: 'the reader needs {path}, which the writer does not have, and has no default for it',
    help: 'Give the field a default in the reader, or let the writer keep it.',
    breaks: 'yes',
    errorType: 'READER_FIELD_MISSING_DEFAULT_VALUE',
  },
  PROPERTY_ADDED: {
    says: 'the reader knows {path}, which the writer does not have, and takes its default',
    help: 'Nothing has to be done.',
    breaks: 'no',
  },
  PROPERTY_REMOVED: {
    says: '{path} is written, and the reader passes over it',
    help: 'Nothing has to be done, unless somebody needs it.',
    breaks: 'no',
  },
  PROPERTY_RENAMED: {
    says: '{path} is written, and the reader takes it for its field {reader} by an alias',
    help: 'Nothing has to be done.',
    breaks: 'no',
  },
  PROPERTY_AMBIGUOUS: {
    says: 'the reader’s field {path} stands for several fields of the writer by its name and its aliases: {fields}',
    help: 'Remove the aliases that do not fit.',
    breaks: 'yes',
  },
  ENUM_VALUES_MISSING: {
    says: '{path} may be {values}, which the reader’s enum {reader} does not know, and it has no default',
    help: 'Add the symbols to the readers first, or give their enum a default.',
    breaks: 'yes',
    errorType: 'MISSING_ENUM_SYMBOLS',
  },
  ENUM_VALUES_DEFAULTED: {
    says: '{path} may be {values}, which the reader does not know and reads as its default {default}',
    help: 'Nothing has to be done, unless the reader should know the difference.',
    breaks: 'no',
  },
  ENUM_VALUES_ADDED: {
    says: 'the reader knows {values} for {path}, which the writer never writes',
    help: 'Nothing has to be done.',
    breaks: 'no',
  },
  FIXED_SIZE_CHANGED: {
    says: '{path} is written with {writer} bytes, and the reader expects {reader}',
    help: 'Keep the size, or define a type with a name of its own.',
    breaks: 'yes',
    errorType: 'FIXED_SIZE_MISMATCH',
  },
  UNION_BRANCH_MISSING: {
    says: '{path} may be {writer}, which the reader’s union of {reader} has no branch for',
    help: 'Add the branch to the readers first.',
    breaks: 'yes',
    errorType: 'MISSING_UNION_BRANCH',
  },
  LOGICAL_TYPE_CHANGED: {
    says: '{path} is written as {writer}, and the reader takes it for {reader}',
    help: LOGICAL,
    breaks: 'misread',
  },
  LOGICAL_TYPE_UNCLEAR: {
    says: '{path} is written as {writer} and read as {reader}, and nothing says whether they mean the same',
    help: LOGICAL,
    breaks: 'unknown',
  },
  LOGICAL_TYPE_NARROWED: {
    says: '{path} is written as {writer}, and not every value of it is {reader}, for which the reader takes it',
    help: LOGICAL,
    breaks: 'misread',
  },
  LOGICAL_TYPE_REMOVED: {
    says: '{path} is written as {writer}, and the reader sees the plain {reader} under it',
    help: 'Nothing has to be done, if the reader knows what the value stands for.',
    breaks: 'no',
  },
  DECIMAL_SCALE_CHANGED: {
    says: '{path} is written with {writer} digits behind the point and read with {reader}: 1 becomes {becomes}',
    help: 'Keep the scale, or add a field with the new one beside it.',
    breaks: 'misread',
  },
  DECIMAL_PRECISION_NARROWED: {
    says: '{path} is written with up to {writer} digits, and the reader expects {reader} at most',
    help: 'Let the reader allow as many digits as the writer.',
    breaks: 'misread',
  },
  DECIMAL_PRECISION_WIDENED: {
    says: '{path} is written with up to {writer} digits, and the reader allows {reader}',
    help: 'Nothing has to be done.',
    breaks: 'no',
  },
} as const satisfies Readonly<Record<string, AvroCode>>;

export type AvroCodeName = keyof typeof AVRO_CODES;
