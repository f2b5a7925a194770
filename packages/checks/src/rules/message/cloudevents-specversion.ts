import { at } from '../../context.ts';
import { cloudEventModeOf, sameName } from '../../facts/cloudevents.ts';
import { shown } from '../../facts/json.ts';
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
`;

export default rule({
  code: 'MESSAGE_CLOUDEVENTS_SPECVERSION',
  severity: 'warning',
  says: 'Message `{message}` is a CloudEvent of `specversion` {version}, and there is none but `1.0`.',
  why: 'Receivers decide by this attribute how to read an event. Libraries refuse a version that they do not know; patch versions of the specification do not change it.',
  help: "Write `const: '1.0'`.",
  source: 'CloudEvents 1.0.2, specversion',
  bad: good.replace("const: '1.0' }", "const: '1.0.2' }"),
  good,
  message(message, context) {
    const mode = cloudEventModeOf(message, context);
    const member = mode?.members.find(({ name }) => sameName(name, `${mode.prefix}specversion`));
    if (!mode || !member) return;
    const { const: fixed, enum: values = [] } = member.shape;
    const versions = fixed === undefined ? values : [fixed];
    if (versions.length === 0 || versions.includes('1.0')) return;
    context.report(at(message, mode.part), { message: message.name, version: shown(versions[0]) });
  },
});
