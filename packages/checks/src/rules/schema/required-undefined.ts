import { pointerOf } from '@portolan/base';
import { isMap } from '../../facts/json.ts';
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
            - orderId
          properties:
            orderId:
              type: string
`;

/** Keywords beside which a property may be defined elsewhere. */
const ELSEWHERE = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependencies', 'patternProperties'];

export default rule({
  code: 'SCHEMA_REQUIRED_UNDEFINED',
  severity: 'warning',
  says: 'The schema requires `{name}` but does not define it.',
  why: 'Every message must carry a member that nobody described, or the name is misspelt and every message that follows the description is invalid.',
  help: 'Add `{name}` to `properties`, or correct the name in `required`.',
  bad: good.replace('- orderId', '- orderID'),
  good,
  keywords: ['required'],
  subschema({ keywords, partial, origin }, { report }) {
    const { required, properties } = keywords;
    if (partial || !Array.isArray(required) || !isMap(properties)) return;
    if (ELSEWHERE.some(keyword => keyword in keywords)) return;
    for (const [index, name] of required.entries()) {
      if (typeof name !== 'string' || Object.hasOwn(properties, name)) continue;
      report({ source: origin.source, pointer: pointerOf(origin.pointer, 'required', index) }, { name });
    }
  },
});
