import { flag, integer, integerFrom, listOf, may, object, oneOf, shortText, text } from '../kinds.ts';
import { orSchema } from '../schema-object.ts';
import { protocol } from './protocol.ts';

const v3 = { since: '0.3.0' };
const v4 = { since: '0.4.0' };
const topicSubscriptions = may(listOf(text), 'The topics that are subscribed to.');

const queue = object('Solace queue', {
  name: may(text, 'Its name.'),
  topicSubscriptions,
  accessType: may(oneOf('exclusive', 'nonexclusive'), 'Whether one consumer has it alone.'),
  maxTtl: may(text, 'How long messages are kept at most.', v3),
  // The text says maxMsgSpoolSize, the JSON Schema maxMsgSpoolUsage; documents have both.
  maxMsgSpoolSize: may(text, 'How much is kept at most.', v3),
  maxMsgSpoolUsage: may(text, 'How much is kept at most.', v3),
});

const destination = object('Solace destination', {
  destinationType: may(oneOf('queue', 'topic'), 'What it is.'),
  deliveryMode: may(oneOf('direct', 'persistent'), 'How safely it is delivered.'),
  queue: may(queue, 'The queue.'),
  // The text has them in `topic`, the JSON Schema in the destination itself; documents have both.
  topic: may(object('Solace topic', { topicSubscriptions }), 'The topic.'),
  topicSubscriptions,
  bindingVersion: may(text, 'The version of this binding.'),
});

export const solace = protocol('Solace', ['0.1.0', '0.2.0', '0.3.0', '0.4.0'], {
  server: {
    msvVpn: may(text, 'The message VPN, as 0.2.0 spelt it.', { until: '0.2.0' }),
    msgVpn: may(text, 'The message VPN.'),
    clientName: may(shortText(160), 'The name that the client registers with.', v4),
  },
  operation: {
    destinations: may(listOf(destination), 'Where messages are taken from.'),
    timeToLive: may(orSchema(integer), 'How long the message lives, in milliseconds.', v4),
    priority: may(orSchema(integerFrom(0, 255)), 'The priority of the message; 255 is the highest.', v4),
    dmqEligible: may(flag, 'Whether the message may go to a dead message queue.', v4),
  },
});
