import { isMap, textsOf } from '../../facts/json.ts';
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
          required:
            - id
          properties:
            id:
              type: string
            number:
              type: integer
              deprecated: true
`;

export default rule({
  code: 'SCHEMA_DEPRECATED_REQUIRED',
  severity: 'info',
  says: 'The member `{name}` is deprecated and still required.',
  why: 'Nobody can stop sending what every receiver may demand. A deprecation begins with making the member optional.',
  help: 'Remove `{name}` from `required`, once every receiver can do without.',
  source: 'AsyncAPI 3.1.0, Schema Object, deprecated',
  bad: good.replace('- id\n', '- id\n            - number\n'),
  good,
  keywords: ['required'],
  subschema(subschema, { report }) {
    const { required, properties } = subschema.keywords;
    if (!isMap(properties)) return;
    for (const [index, name] of textsOf(required).entries()) {
      const member = properties[name];
      if (isMap(member) && member.deprecated === true) report(keywordAt(subschema, 'required', index), { name });
    }
  },
});
