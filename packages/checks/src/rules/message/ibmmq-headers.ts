import { at } from '../../context.ts';
import { isMap } from '../../facts/json.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: ORDERS/PLACED
    messages:
      orderPlaced:
        contentType: application/octet-stream
        payload:
          type: string
        bindings:
          ibmmq:
            type: binary
            headers: MQRFH2
`;

export default rule({
  code: 'MESSAGE_IBMMQ_HEADERS',
  severity: 'error',
  says: 'The IBM MQ binding of message `{message}` lists headers, which a message of type `{type}` cannot have.',
  why: 'Only a binary message is sent with MQ headers of its own choice; for the other types the queue manager decides.',
  help: 'Write `type: binary`, or remove `headers`.',
  source: 'AsyncAPI IBM MQ bindings 0.1.0, Message Binding Object, headers',
  bad: good.replace('type: binary', 'type: jms'),
  good,
  message(message, { report }) {
    const { ibmmq } = message.bindings;
    if (!isMap(ibmmq) || ibmmq.headers === undefined) return;
    const { type = 'string' } = ibmmq;
    if (type !== 'string' && type !== 'jms') return;
    report(at(message, 'bindings', 'ibmmq', 'headers'), { message: message.name, type });
  },
});
