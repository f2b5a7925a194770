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
            quantity:
              type: integer
              default: 1
`;

export default rule({
  code: 'SCHEMA_DEFAULT_MISMATCH',
  severity: 'error',
  says: 'The default {value} is not valid by its own schema: {problem}.',
  why: 'A receiver puts the default where a value is missing, and then holds a value that the document forbids.',
  help: 'Correct the default, or the schema beside it.',
  source: 'AsyncAPI 3.1.0, Schema Object, default',
  bad: good.replace('default: 1', "default: '1'"),
  good,
  keywords: ['default'],
  subschema(subschema, context) {
    const { default: value } = subschema.keywords;
    if (value === undefined) return;
    const [problem] = problemsOfValue(subschema, value, context);
    if (problem) context.report(keywordAt(subschema, 'default'), { value: shown(value), problem: inWords(problem) });
  },
});
