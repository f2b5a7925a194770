import { listed, textsOf } from '../../facts/json.ts';
import { keywordAt } from '../../facts/values.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        payload:
          type: object
          properties:
            items:
              type: array
              items:
                type: string
`;

/** Keywords that say something about values of one type only. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  object: [
    'properties',
    'required',
    'additionalProperties',
    'patternProperties',
    'minProperties',
    'maxProperties',
    'propertyNames',
  ],
  array: ['items', 'additionalItems', 'contains', 'minItems', 'maxItems', 'uniqueItems'],
  string: ['minLength', 'maxLength', 'pattern'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
};

/** The type that a keyword is about, by keyword. */
const FAMILIES: ReadonlyMap<string, string> = new Map(
  Object.entries(KEYWORDS).flatMap(([family, names]) => names.map(name => [name, family] as const)),
);

export default rule({
  code: 'SCHEMA_KEYWORD_FOREIGN',
  severity: 'warning',
  says: 'The {keywords} {verb} no effect: the schema is for {types}.',
  why: 'Validators skip keywords of other types in silence. What looks limited or described here is not.',
  help: 'Correct the `type`, or move the keywords to the schema that they belong to.',
  source: 'JSON Schema draft-07 Validation, section 6',
  bad: good.replace('type: array\n              items:', 'type: object\n              items:'),
  good,
  subschema(subschema, { report }) {
    const { type } = subschema.keywords;
    const types = typeof type === 'string' ? [type] : textsOf(type);
    if (types.length === 0) return;
    const foreign = Object.keys(subschema.keywords).filter(name => {
      const family = FAMILIES.get(name);
      return family !== undefined && !types.includes(family) && !(family === 'number' && types.includes('integer'));
    });
    const [first] = foreign;
    if (first === undefined) return;
    const verb = foreign.length === 1 ? 'has' : 'have';
    report(keywordAt(subschema, first), { keywords: listed(foreign), verb, types: listed(types) });
  },
});
