/** What a difference between two JSON Schemas says, and what to do about it; `{name}` is replaced by a parameter. */
interface JsonCode {
  readonly says: string;
  readonly help: string;
}

const LOOSEN = 'Loosen the reader first, or keep the writer within its limits and say so in the writer’s schema.';
const ANNOUNCE = 'Teach the readers first, then let the writer use it.';

/** Every code. */
export const JSON_CODES = {
  TYPE_CHANGED: {
    says: '{path} may be {writer}, and the reader expects {reader}',
    help: 'Keep the type, or add a member of the new type beside it and retire this one.',
  },
  WHOLE_NUMBER_EXPECTED: {
    says: '{path} may be a number with decimals, and the reader expects a whole number',
    help: 'Let the writer say `integer`, or the reader take `number`.',
  },
  ENUM_VALUES_MISSING: {
    says: '{path} may be {values}, which the reader does not know',
    help: ANNOUNCE,
  },
  VALUES_LIMITED: {
    says: '{path} may be anything else than {values}, which is all that the reader knows',
    help: 'Let the writer list the values that it uses, or the reader take any.',
  },
  MINIMUM_RAISED: { says: '{path} may be less than {limit}, which the reader asks for at least', help: LOOSEN },
  MAXIMUM_LOWERED: { says: '{path} may be more than {limit}, which the reader allows at most', help: LOOSEN },
  EXCLUSIVE_MINIMUM_RAISED: { says: '{path} may be {limit} or less, and the reader asks for more', help: LOOSEN },
  EXCLUSIVE_MAXIMUM_LOWERED: { says: '{path} may be {limit} or more, and the reader asks for less', help: LOOSEN },
  MULTIPLE_CHANGED: { says: '{path} may be no multiple of {limit}, which the reader asks for', help: LOOSEN },
  LENGTH_RAISED: {
    says: '{path} may be shorter than {limit} characters, which the reader asks for at least',
    help: LOOSEN,
  },
  LENGTH_LOWERED: {
    says: '{path} may be longer than {limit} characters, which the reader allows at most',
    help: LOOSEN,
  },
  PATTERN_CHANGED: { says: '{path} may not match {pattern}, which the reader asks for', help: LOOSEN },
  FORMAT_CHANGED: { says: '{path} may be no {format}, which the reader asks for', help: LOOSEN },
  ITEMS_RAISED: { says: '{path} may have fewer than {limit} items, which the reader asks for at least', help: LOOSEN },
  ITEMS_LOWERED: { says: '{path} may have more than {limit} items, which the reader allows at most', help: LOOSEN },
  ITEM_NOT_ALLOWED: { says: '{path} may be there, which the reader does not allow', help: ANNOUNCE },
  MORE_ITEMS_NOT_ALLOWED: { says: '{path} may have more items, which the reader does not allow', help: ANNOUNCE },
  UNIQUE_ITEMS_EXPECTED: {
    says: '{path} may hold the same item twice, and the reader asks for different ones',
    help: 'Let the writer say `uniqueItems`, or the reader take items that repeat.',
  },
  CONTAINS_CHANGED: {
    says: '{path} may hold too few or too many items of the kind that the reader asks for (`contains`)',
    help: LOOSEN,
  },
  PROPERTIES_RAISED: {
    says: '{path} may have fewer than {limit} members, which the reader asks for at least',
    help: LOOSEN,
  },
  PROPERTIES_LOWERED: {
    says: '{path} may have more than {limit} members, which the reader allows at most',
    help: LOOSEN,
  },
  PROPERTY_REQUIRED: {
    says: 'the reader needs {path}, which the writer may leave out',
    help: 'Let the writer require it and always send it, or let the reader do without.',
  },
  PROPERTY_NOT_ALLOWED: {
    says: '{path} may be there, which the reader does not allow',
    help: 'Let the reader pass over what it does not know, or teach it the member before the writer sends it.',
  },
  PROPERTIES_NOT_ALLOWED: {
    says: '{path} may have members that the reader does not know and does not allow',
    help: 'Let the reader pass over what it does not know, or let the writer promise to send nothing else.',
  },
  PROPERTY_NAMES_LIMITED: { says: '{path} may have members whose names the reader does not allow', help: LOOSEN },
  DEPENDENT_PROPERTY_REQUIRED: {
    says: 'the reader needs {path} where there is `{because}`, and the writer may leave it out',
    help: 'Let the writer send both or none, and say so in its schema.',
  },
  DEPENDENT_SCHEMA_CHANGED: {
    says: 'where there is `{because}`, the reader asks more of {path} than the writer promises',
    help: LOOSEN,
  },
  ALTERNATIVE_MISSING: {
    says: '{path} may be something that fits none of the reader’s alternatives',
    help: ANNOUNCE,
  },
  ALTERNATIVES_OVERLAP: {
    says: '{path} may be something that fits several of the reader’s alternatives, which must be one (`oneOf`)',
    help: 'Let the alternatives exclude each other, by a member with a `const` of its own, or say `anyOf`.',
  },
  FORBIDDEN: { says: '{path} may be something that the reader forbids (`not`)', help: LOOSEN },
  CONDITION_CHANGED: {
    says: '{path} may be something that the reader’s `if`, `then` and `else` do not allow',
    help: LOOSEN,
  },
  UNEVALUATED_NOT_ALLOWED: {
    says: '{path} may hold something that none of the reader’s schemas speaks of, and its `{keyword}` does not allow that',
    help: 'Let the reader pass over what it does not know, or teach it before the writer sends it.',
  },
  NOT_ACCEPTED: { says: '{path} may be something that the reader refuses', help: LOOSEN },
  NOTHING_ALLOWED: {
    says: '{path} may be there, and the reader allows no value for it',
    help: 'Let the reader pass over it, or let the writer leave it out.',
  },
} as const satisfies Readonly<Record<string, JsonCode>>;

export type JsonCodeName = keyof typeof JSON_CODES;
