import { canonical } from '@portolan/base';
import { removal } from '../../context.ts';
import { shown } from '../../facts/json.ts';
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
            state:
              type: string
              enum:
                - open
                - paid
                - sent
`;

export default rule({
  code: 'SCHEMA_ENUM_DUPLICATE',
  severity: 'warning',
  says: 'The value {value} stands twice in the same `enum`.',
  why: 'Most often the second one was to be another value, which is now missing. Generated code gets two constants of one name and does not compile.',
  help: 'Remove one of them, or correct it.',
  source: 'JSON Schema draft-07 Validation, section 6.1.2',
  bad: good.replace('- sent', '- paid'),
  good,
  keywords: ['enum'],
  subschema(subschema, { report }) {
    const { enum: values } = subschema.keywords;
    if (!Array.isArray(values)) return;
    const seen = new Set<string>();
    for (const [index, value] of values.entries()) {
      const key = canonical(value);
      if (seen.has(key)) {
        const place = keywordAt(subschema, 'enum', index);
        report(place, { value: shown(value) }, undefined, removal(place, `Remove the second ${shown(value)}`));
      }
      seen.add(key);
    }
  },
});
