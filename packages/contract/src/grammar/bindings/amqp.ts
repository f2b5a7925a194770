import { flag, integer, integerFrom, listOf, may, object, oneNumberOf, oneOf, shortText, text } from '../kinds.ts';
import { protocol } from './protocol.ts';

const name = shortText(255);
const vhost = may(text, 'The virtual host; `/` unless said otherwise.');
const durable = may(flag, 'Whether it survives a restart of the broker.');

const exchange = object('AMQP exchange', {
  name: may(name, 'Its name.'),
  type: may(oneOf('topic', 'direct', 'fanout', 'default', 'headers'), 'How it routes.'),
  durable,
  autoDelete: may(flag, 'Whether it goes when the last queue is unbound.'),
  vhost,
});

const queue = object('AMQP queue', {
  name: may(name, 'Its name.'),
  durable,
  exclusive: may(flag, 'Whether only one connection may use it.'),
  autoDelete: may(flag, 'Whether it goes when the last consumer leaves.'),
  vhost,
});

export const amqp = protocol('AMQP', ['0.1.0', '0.2.0', '0.3.0'], {
  channel: {
    is: may(oneOf('queue', 'routingKey'), 'What the address names; a routing key unless said otherwise.'),
    exchange: may(exchange, 'The exchange, for a routing key.'),
    queue: may(queue, 'The queue.'),
  },
  operation: {
    expiration: may(integerFrom(0), 'How long the message lives, in milliseconds.'),
    userId: may(text, 'Who sends.'),
    cc: may(listOf(text), 'More routing keys.'),
    priority: may(integer, 'The priority of the message.'),
    deliveryMode: may(oneNumberOf(1, 2), '1 is transient, 2 is persistent.'),
    mandatory: may(flag, 'Whether a message that no queue takes comes back.'),
    bcc: may(listOf(text), 'More routing keys that receivers do not see.'),
    replyTo: may(text, 'The queue for the reply.', { until: '0.2.0' }),
    timestamp: may(flag, 'Whether the message carries a time stamp.'),
    ack: may(flag, 'Whether the consumer acknowledges.'),
  },
  message: {
    contentEncoding: may(text, 'The MIME encoding of the content.'),
    messageType: may(text, 'The type of the message, as the application calls it.'),
  },
});
