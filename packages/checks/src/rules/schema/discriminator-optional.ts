import { pointerOf } from '@portolan/base';
import { isMap, textsOf } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  payments:
    address: payments
    messages:
      payment:
        payload:
          $ref: '#/components/schemas/Payment'
components:
  schemas:
    Payment:
      type: object
      discriminator: method
      required: [method]
      properties:
        method:
          type: string
`;

export default rule({
  code: 'SCHEMA_DISCRIMINATOR_OPTIONAL',
  severity: 'error',
  says: 'The discriminator `{name}` is not {missing} of the schema that names it.',
  why: 'Its value decides which schema a message is read by. A message without it cannot be read at all.',
  help: 'Define `{name}` under `properties` and list it under `required`, both beside `discriminator`.',
  source: 'AsyncAPI 3.1.0, Schema Object, discriminator',
  bad: good.replace('      required: [method]\n', ''),
  good,
  keywords: ['discriminator'],
  subschema({ schema, keywords, origin }, { report }) {
    const { discriminator: name, properties, required } = keywords;
    if (schema.format !== 'asyncapi' || typeof name !== 'string') return;
    const missing = [
      ...(isMap(properties) && name in properties ? [] : ['a property']),
      ...(textsOf(required).includes(name) ? [] : ['a required member']),
    ];
    if (missing.length === 0) return;
    report(
      { source: origin.source, pointer: pointerOf(origin.pointer, 'discriminator') },
      { name, missing: missing.join(' and not ') },
    );
  },
});
