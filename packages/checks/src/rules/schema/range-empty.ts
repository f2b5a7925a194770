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
            quantity:
              type: integer
              minimum: 1
              maximum: 100
`;

/** Lower and upper ends that belong together, and whether the ends themselves are inside. */
const RANGES = [
  ['minimum', 'maximum', true],
  ['minimum', 'exclusiveMaximum', false],
  ['exclusiveMinimum', 'maximum', false],
  ['exclusiveMinimum', 'exclusiveMaximum', false],
  ['minLength', 'maxLength', true],
  ['minItems', 'maxItems', true],
  ['minProperties', 'maxProperties', true],
] as const;

const UPPER_ENDS = [...new Set(RANGES.map(([, upper]) => upper))];

export default rule({
  code: 'SCHEMA_RANGE_EMPTY',
  severity: 'warning',
  says: 'No value fits: `{lower}` is {from} and `{upper}` is {to}.',
  why: 'Every message with this member is invalid, whatever the sender writes.',
  help: 'Exchange the two, or correct the one that is wrong.',
  source: 'JSON Schema draft-07 Validation, section 6',
  bad: good.replace('minimum: 1\n', 'minimum: 1000\n'),
  good,
  keywords: UPPER_ENDS,
  subschema(subschema, { report }) {
    const { keywords } = subschema;
    for (const [lower, upper, inclusive] of RANGES) {
      const from = keywords[lower];
      const to = keywords[upper];
      if (typeof from !== 'number' || typeof to !== 'number') continue;
      if (inclusive ? from > to : from >= to) report(keywordAt(subschema, lower), { lower, upper, from, to });
    }
  },
});
