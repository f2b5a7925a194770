import { at } from '../../context.ts';
import { locationOf, undefinedKey } from '../../facts/location.ts';
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
        correlationId:
          location: $message.header#/requestId
        headers:
          type: object
          properties:
            requestId:
              type: string
        payload:
          type: object
`;

export default rule({
  code: 'MESSAGE_CORRELATION_UNDEFINED',
  severity: 'warning',
  says: 'The correlation id of message `{message}` stands at `{location}`, but its {part} schema has no `{key}`.',
  why: 'Whoever waits for the answer looks for the id where the document says, and never finds it.',
  help: 'Define `{key}` in the {part} schema, or correct the location.',
  source: 'AsyncAPI 3.1.0, Correlation ID Object, location',
  bad: good.replace('header#/requestId', 'header#/correlationId'),
  good,
  message(message, context) {
    const { correlationId, name } = message;
    const location = correlationId && locationOf(correlationId.location);
    const key = location && undefinedKey(message, location, context);
    if (!correlationId || !location || key === undefined) return;
    const place = at(message, 'correlationId', 'location');
    context.report(place, { message: name, location: correlationId.location, part: location.part, key });
  },
});
