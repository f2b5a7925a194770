import type { Profile } from '../model.ts';

/** The profiles by which Protobuf is judged; those of other languages are read as `sound`. */
export type ProtobufProfile = Extract<Profile, 'sound' | 'protobuf-wire' | 'protobuf-json' | 'confluent'>;

/** Whether a difference breaks by each profile; `unknown` where nobody can know. */
export type Breaks = Readonly<Record<ProtobufProfile, 'yes' | 'no' | 'unknown'>>;

interface ProtobufCode {
  readonly says: string;
  readonly help: string;
  /**
   * - `sound`: a message whose bytes the reader refuses, or from which it takes another value than was written.
   * - `protobuf-wire`, `protobuf-json`: the categories WIRE and WIRE_JSON of Buf’s rules.
   * - `confluent`: the rules of Confluent’s registry.
   */
  readonly breaks: Breaks;
}

const breaks = (sound: 'yes' | 'no' | 'unknown', wire: 'yes' | 'no', json: 'yes' | 'no', confluent: 'yes' | 'no') => ({
  sound,
  'protobuf-wire': wire,
  'protobuf-json': json,
  confluent,
});

const NOTHING = 'Nothing has to be done.';
const NEW_FIELD = 'Keep the type, and add a field of the new type under a number of its own.';
const KEEP_NUMBER = 'Give it back its number, and give the new field a number that was never used.';

/** Every code. Where a type or a circumstance decides by a profile, the difference says otherwise than stands here. */
export const PROTOBUF_CODES = {
  TYPE_CHANGED: {
    says: '{path} is written as {writer}, and the reader expects {reader}, which stands otherwise in the bytes',
    help: NEW_FIELD,
    breaks: breaks('yes', 'yes', 'yes', 'yes'),
  },
  TYPE_REINTERPRETED: {
    says: '{path} is written as {writer} and read as {reader}, which takes some of its values for others: {value} becomes {becomes}',
    help: NEW_FIELD,
    breaks: breaks('yes', 'yes', 'yes', 'yes'),
  },
  TYPE_WIDENED: {
    says: '{path} is written as {writer} and read as {reader}, which holds every value of it',
    help: NOTHING,
    breaks: breaks('no', 'no', 'no', 'no'),
  },
  TYPE_UNCLEAR: {
    says: '{path} is written as {writer} and read as {reader}, and Portolan does not know whether they read each other',
    help: NEW_FIELD,
    breaks: breaks('unknown', 'yes', 'yes', 'yes'),
  },
  TYPE_RENAMED: {
    says: '{path} is written as {writer} and read as {reader}, which is another type with fields or values of its own',
    help: 'Keep the name of the type, or be sure that both stay the same.',
    breaks: breaks('no', 'yes', 'yes', 'yes'),
  },
  PROPERTY_REQUIRED: {
    says: 'the reader requires {path}, and the writer may leave it out',
    help: 'Make it optional in the reader: required fields cannot be taken back later.',
    breaks: breaks('yes', 'yes', 'yes', 'yes'),
  },
  REQUIREMENT_DROPPED: {
    says: '{path} is required of the writer, and the reader can do without it',
    help: 'Nothing has to be done, while no reader requires it any longer.',
    breaks: breaks('no', 'yes', 'yes', 'no'),
  },
  PROPERTY_ADDED: {
    says: 'the reader knows {path} (number {number}), which the writer never writes',
    help: NOTHING,
    breaks: breaks('no', 'no', 'no', 'no'),
  },
  PROPERTY_REMOVED: {
    says: '{path} (number {number}) is written, and the reader passes over it',
    help: 'Reserve its number and its name in the reader, so that nobody uses them for something else.',
    breaks: breaks('no', 'yes', 'yes', 'no'),
  },
  PROPERTY_RENAMED: {
    says: '{path} is written under the number {number}, under which the reader has {reader}',
    help: 'If something else is meant, give it a number of its own. In JSON the names decide: keep `json_name`.',
    breaks: breaks('no', 'no', 'yes', 'no'),
  },
  PROPERTY_RENUMBERED: {
    says: '{path} is written under the number {number}, and the reader looks for it under {reader}',
    help: KEEP_NUMBER,
    breaks: breaks('yes', 'no', 'yes', 'no'),
  },
  JSON_NAME_CHANGED: {
    says: '{path} is called {writer} in the writer’s JSON, and {reader} in the reader’s',
    help: 'Keep the name with the option `json_name`.',
    breaks: breaks('no', 'no', 'yes', 'no'),
  },
  LIST_BECAME_SINGLE: {
    says: '{path} is written as a list, and the reader expects one value',
    help: 'Keep the list, and add a field for the one value.',
    breaks: breaks('yes', 'yes', 'yes', 'no'),
  },
  SINGLE_BECAME_LIST: {
    says: '{path} is written as one value, which the reader takes for a list of one',
    help: 'Nothing has to be done in the bytes; in JSON a list is written otherwise.',
    breaks: breaks('no', 'yes', 'yes', 'no'),
  },
  LIST_BECAME_MAP: {
    says: '{path} is written as a list, and the reader keeps one entry of each key',
    help: 'Keep the list, and add a field for the map.',
    breaks: breaks('yes', 'yes', 'yes', 'yes'),
  },
  MAP_BECAME_LIST: {
    says: '{path} is written as a map, whose entries the reader takes for messages',
    help: 'Nothing has to be done in the bytes; in JSON a map is written otherwise.',
    breaks: breaks('no', 'yes', 'yes', 'yes'),
  },
  PRESENCE_CHANGED: {
    says: '{path} is written with {writer} presence and read with {reader} presence',
    help: 'Let nobody rely on whether it is set.',
    breaks: breaks('no', 'no', 'no', 'no'),
  },
  PACKING_CHANGED: {
    says: '{path} is written {writer} and expected {reader}; readers take both',
    help: NOTHING,
    breaks: breaks('no', 'no', 'no', 'no'),
  },
  DEFAULT_CHANGED: {
    says: '{path} stands for {writer} where the writer does not set it, and the reader takes {reader}',
    help: 'Keep the default: it is never written, so each side uses its own.',
    breaks: breaks('yes', 'yes', 'yes', 'no'),
  },
  TEXT_CHECKED: {
    says: '{path} may hold bytes that are not in UTF-8 (`utf8_validation`), and the reader refuses those',
    help: 'Write UTF-8 only, or use `bytes`.',
    breaks: breaks('unknown', 'no', 'no', 'no'),
  },
  ONEOF_JOINED: {
    says: '{fields} may be set together, and the reader’s oneof {reader} keeps only the last of them',
    help: 'Leave them outside of the oneof, or make a new oneof of new fields.',
    breaks: breaks('yes', 'yes', 'yes', 'yes'),
  },
  ONEOF_CHANGED: {
    says: '{path} stands in {writer} for the writer and in {reader} for the reader',
    help: 'Nothing has to be done in the bytes; generated code changes.',
    breaks: breaks('no', 'yes', 'yes', 'no'),
  },
  ENUM_VALUES_MISSING: {
    says: '{path} may be {values}, which the reader’s enum {reader} does not know and passes over',
    help: 'Add the values to the readers first, or let their enum be open.',
    breaks: breaks('yes', 'yes', 'yes', 'no'),
  },
  ENUM_VALUES_UNNAMED: {
    says: '{path} may be {values}, for which the reader’s enum {reader} has a number but no name',
    help: 'Let the reader expect numbers that it does not know. Reserve numbers and names that are given up.',
    breaks: breaks('no', 'yes', 'yes', 'no'),
  },
  ENUM_VALUES_ADDED: {
    says: 'the reader knows {values} for {path}, which the writer never writes',
    help: NOTHING,
    breaks: breaks('no', 'no', 'no', 'no'),
  },
  ENUM_VALUE_RENAMED: {
    says: '{path} may be {writer}, whose number {number} the reader calls {reader}',
    help: 'In JSON the names decide: keep the old name as an alias.',
    breaks: breaks('no', 'no', 'yes', 'no'),
  },
  ENUM_VALUE_MOVED: {
    says: '{path} may be {writer}, written as {number}, and the reader knows it as {reader}',
    help: KEEP_NUMBER,
    breaks: breaks('yes', 'no', 'yes', 'no'),
  },
  ENUM_CLOSED: {
    says: '{path} may be any number, and the reader’s enum {reader} passes over those that it does not know',
    help: 'Let the reader’s enum be open.',
    breaks: breaks('yes', 'no', 'no', 'no'),
  },
  ENUM_REMOVED: {
    says: 'the enum {writer} is not there for the reader',
    help: NOTHING,
    breaks: breaks('no', 'no', 'no', 'no'),
  },
  MESSAGE_REMOVED: {
    says: 'the message {writer} is not there for the reader',
    help: 'Keep it while somebody may write it.',
    breaks: breaks('no', 'no', 'no', 'yes'),
  },
  PACKAGE_CHANGED: {
    says: 'the writer’s package is {writer}, and the reader’s is {reader}',
    help: 'Keep the package: the names of all types change with it.',
    breaks: breaks('no', 'yes', 'yes', 'yes'),
  },
  RESERVED_DROPPED: {
    says: '{writer} reserves {values}, and the reader does not any longer',
    help: 'Keep what is reserved: old messages may still hold it with another meaning.',
    breaks: breaks('no', 'yes', 'yes', 'no'),
  },
  JSON_FORMAT_CHANGED: {
    says: '{writer} has a JSON form for the writer, and the reader makes no promise about it (`json_format`)',
    help: 'Keep `json_format = ALLOW`.',
    breaks: breaks('no', 'no', 'yes', 'no'),
  },
} as const satisfies Readonly<Record<string, ProtobufCode>>;

export type ProtobufCodeName = keyof typeof PROTOBUF_CODES;

/** How a profile judges a code where nothing else is known. */
export function breaksBy(code: ProtobufCodeName, more: Partial<Breaks> | undefined, profile: ProtobufProfile) {
  return more?.[profile] ?? PROTOBUF_CODES[code].breaks[profile];
}
