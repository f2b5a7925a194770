import { at } from '../../context.ts';
import { cloudEventModeOf, sameName } from '../../facts/cloudevents.ts';
import { listed } from '../../facts/json.ts';
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
        contentType: application/json
        headers:
          type: object
          required: [ce_specversion, ce_id, ce_source, ce_type]
          properties:
            ce_specversion: { type: string, const: '1.0' }
            ce_id: { type: string }
            ce_source: { type: string }
            ce_type: { type: string, const: com.example.order.placed }
        payload:
          type: object
`;

/** CloudEvents 1.0.2, Required Attributes. */
const REQUIRED = ['specversion', 'id', 'source', 'type'];

export default rule({
  code: 'MESSAGE_CLOUDEVENTS_ATTRIBUTES',
  severity: 'warning',
  says: 'Message `{message}` looks like a CloudEvent, but its {part} schema does not require {names}.',
  why: 'Every CloudEvent carries `specversion`, `id`, `source` and `type`. Receivers route by `type` and drop duplicates by `source` and `id`; libraries refuse an event without them.',
  help: 'Define {names} in the {part} schema and list them under `required`.',
  source: 'CloudEvents 1.0.2, Required Attributes',
  bad: good
    .replace(', ce_type]', ']')
    .replace('            ce_type: { type: string, const: com.example.order.placed }\n', ''),
  good,
  message(message, context) {
    // A receiver describes what it reads, and need not read all of an event.
    const operations = context.operationsWith(message.id);
    if (operations.length > 0 && operations.every(({ direction }) => direction.action === 'receive')) return;
    const mode = cloudEventModeOf(message, context);
    if (!mode) return;
    const missing = REQUIRED.map(name => mode.prefix + name).filter(
      name => !mode.members.some(member => member.required && sameName(member.name, name)),
    );
    if (missing.length === 0) return;
    context.report(at(message, mode.part), { message: message.name, part: mode.part, names: listed(missing) });
  },
});
