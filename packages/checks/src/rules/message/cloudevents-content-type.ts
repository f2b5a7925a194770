import { at, keyOf } from '../../context.ts';
import { cloudEventModeOf, sameName } from '../../facts/cloudevents.ts';
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
  code: 'MESSAGE_CLOUDEVENTS_CONTENT_TYPE',
  severity: 'warning',
  says: 'Message `{message}` has the attributes of a CloudEvent in its payload, but its content type is {contentType}.',
  why: 'The content type is how a receiver tells a whole event in structured mode from the data of one in binary mode. With another one, libraries hand out the envelope as if it were the data.',
  help: 'Write `contentType: application/cloudevents+json`, or the one of the format that is really sent.',
  source: 'CloudEvents 1.0.2, Kafka, HTTP, AMQP, MQTT and NATS Protocol Bindings, Structured Content Mode',
  bad: good.replace('application/cloudevents+json', 'application/json'),
  good,
  message(message, context) {
    const { contentType } = message;
    const mode = cloudEventModeOf(message, context);
    if (mode?.part !== 'payload' || /^application\/cloudevents/i.test(contentType ?? '')) return;
    // Two attributes beside the version make an event of it, and not an object of another sort.
    const marks = ['type', 'source', 'id'].filter(name => mode.members.some(member => sameName(member.name, name)));
    if (marks.length < 2) return;
    const place = contentType === undefined ? keyOf(message) : at(message, 'contentType');
    context.report(place, { message: message.name, contentType: contentType ? `\`${contentType}\`` : 'not given' });
  },
});
