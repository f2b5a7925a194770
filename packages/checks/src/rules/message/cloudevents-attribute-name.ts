import { at } from '../../context.ts';
import { cloudEventModeOf } from '../../facts/cloudevents.ts';
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
        contentType: application/cloudevents+json
        payload:
          type: object
          required: [specversion, id, source, type]
          properties:
            specversion: { type: string, const: '1.0' }
            id: { type: string }
            source: { type: string }
            type: { type: string, const: com.example.order.placed }
            partitionkey: { type: string }
            data: { type: object }
`;

/** Members of the JSON format that are no attributes. */
const DATA = ['data', 'data_base64'];

export default rule({
  code: 'MESSAGE_CLOUDEVENTS_ATTRIBUTE_NAME',
  severity: 'warning',
  says: 'The CloudEvent attribute `{name}` of message `{message}` is not made of lower-case letters and digits.',
  why: 'Attributes travel as headers of many protocols, which change or drop other characters. A library refuses the event, or loses the attribute on the way.',
  help: 'Rename it to `{plain}`, or move it into `data` when only the application needs it.',
  source: 'CloudEvents 1.0.2, Attribute Naming Convention',
  bad: good.replace('partitionkey:', 'partitionKey:'),
  good,
  message(message, context) {
    const mode = cloudEventModeOf(message, context);
    // In binary mode, other headers are the protocol's and the application's own.
    if (!mode || (mode.part === 'headers' && mode.prefix === '')) return;
    for (const { name: written } of mode.members) {
      const own = written.toLowerCase().startsWith(mode.prefix.toLowerCase());
      const name = own ? written.slice(mode.prefix.length) : undefined;
      if (name === undefined || DATA.includes(name) || /^[a-z0-9]+$/.test(name)) continue;
      // Names of HTTP headers are written in any case.
      if (mode.part === 'headers' && /^[a-z0-9]+$/i.test(name)) continue;
      const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
      context.report(at(message, mode.part), { name, message: message.name, plain });
    }
  },
});
