import { shown } from '../../facts/json.ts';
import { inWords } from '../../facts/problems.ts';
import { keywordAt, problemsOfValue } from '../../facts/values.ts';
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
            currency:
              type: string
              maxLength: 3
              examples: [EUR]
`;

export default rule({
  code: 'SCHEMA_EXAMPLE_MISMATCH',
  severity: 'warning',
  says: 'The example {value} is not valid by its own schema: {problem}.',
  why: 'Generated messages and mocks are made of these values; a receiver that validates refuses them.',
  help: 'Correct the example, or the schema beside it.',
  source: 'JSON Schema draft-07 validation, section 10.4',
  bad: good.replace('[EUR]', '[Euro]'),
  good,
  keywords: ['examples'],
  subschema(subschema, context) {
    const { examples } = subschema.keywords;
    if (!Array.isArray(examples)) return;
    for (const [index, value] of examples.entries()) {
      const [problem] = problemsOfValue(subschema, value, context);
      if (!problem) continue;
      context.report(keywordAt(subschema, 'examples', index), { value: shown(value), problem: inWords(problem) });
    }
  },
});
