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
            amount:
              type: number
              exclusiveMinimum: 0
              maximum: 10000
`;

const PAIRS = [
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
] as const;

export default rule({
  code: 'SCHEMA_RANGE_MIXED',
  severity: 'info',
  says: 'The schema has both `{inclusive}` and `{exclusive}`, and only the narrower one has an effect.',
  why: 'Both are true, so one of them is written for nothing. A reader takes the first for the limit.',
  help: 'Keep the one that is meant.',
  bad: good.replace('exclusiveMinimum: 0\n', 'exclusiveMinimum: 0\n              minimum: 1\n'),
  good,
  keywords: PAIRS.map(([, exclusive]) => exclusive),
  subschema(subschema, { report }) {
    for (const [inclusive, exclusive] of PAIRS) {
      // In draft-04 and OpenAPI 3.0 the exclusive one is a flag that belongs to the other.
      if (typeof subschema.keywords[inclusive] !== 'number') continue;
      if (typeof subschema.keywords[exclusive] !== 'number') continue;
      report(keywordAt(subschema, inclusive), { inclusive, exclusive });
    }
  },
});
