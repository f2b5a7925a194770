/** What the rules of Confluent’s registry for JSON Schema call incompatible, and what to do; `{name}` is replaced by a parameter. */
interface ConfluentCode {
  readonly says: string;
  readonly help: string;
}

const KEEP = 'Keep it as it was, or register the schema under another subject.';
const CLOSE = 'Give the model of the old schema an end (`additionalProperties`), or use the lenient policy.';
const DEFAULT = 'Give the member a `default`, or leave it optional.';

export const CONFLUENT_CODES = {
  TYPE_CHANGED: { says: '{path} was {writer} and is {reader}', help: KEEP },
  NOTHING_ALLOWED: { says: '{path} allows no value any more', help: KEEP },
  LIMIT_TIGHTENED: { says: 'the `{keyword}` of {path} is tighter than it was', help: KEEP },
  PATTERN_CHANGED: { says: 'the `pattern` of {path} is new or another one', help: KEEP },
  CONST_CHANGED: { says: 'the `const` of {path} is another one', help: KEEP },
  ENUM_VALUES_MISSING: { says: '{path} allows fewer values than it did', help: KEEP },
  UNIQUE_ITEMS_EXPECTED: { says: 'the items of {path} must differ now', help: KEEP },
  PROPERTY_ADDED_TO_OPEN_MODEL: {
    says: '{path} is new, and the old schema let members of that name be anything',
    help: CLOSE,
  },
  PROPERTY_ADDED_TO_PARTIAL_MODEL: {
    says: '{path} is new, and what the old schema allowed for members of that name is not what it is now',
    help: KEEP,
  },
  REQUIRED_PROPERTY_ADDED: { says: '{path} is new and required', help: DEFAULT },
  PROPERTY_REQUIRED: { says: '{path} is required now', help: DEFAULT },
  PROPERTY_REMOVED_FROM_CLOSED_MODEL: {
    says: '{path} is gone, and the new schema allows no other members',
    help: 'Keep the member, or open the new schema (`additionalProperties`).',
  },
  PROPERTY_REMOVED_FROM_PARTIAL_MODEL: {
    says: '{path} is gone, and what the new schema allows for members of that name is not what it was',
    help: KEEP,
  },
  PROPERTIES_NOT_ALLOWED: { says: 'the members that {path} does not name are limited more than they were', help: KEEP },
  ITEM_ADDED: { says: '{path} is new, and the old schema let items there be something else', help: KEEP },
  ITEM_REMOVED: { says: '{path} is gone, and the new schema does not allow what it was', help: KEEP },
  MORE_ITEMS_NOT_ALLOWED: { says: 'the further items of {path} are limited more than they were', help: KEEP },
  DEPENDENCY_ADDED: { says: 'where there is `{because}`, {path} must have more than it had', help: KEEP },
  COMBINATION_CHANGED: { says: '{path} was combined by `{writer}` and is by `{reader}`', help: KEEP },
  ALTERNATIVES_MISSING: { says: '{path} has fewer alternatives than it had', help: KEEP },
  SCHEMAS_ADDED: { says: '{path} must be more at once (`allOf`) than it had to', help: KEEP },
  ALTERNATIVES_CHANGED: { says: 'the parts of the `{keyword}` of {path} do not match those that it had', help: KEEP },
  FORBIDDEN: { says: '{path} forbids more than it did (`not`)', help: KEEP },
  CONDITION_CHANGED: { says: 'the condition of {path} is another one', help: KEEP },
} as const satisfies Readonly<Record<string, ConfluentCode>>;

export type ConfluentCodeName = keyof typeof CONFLUENT_CODES;
