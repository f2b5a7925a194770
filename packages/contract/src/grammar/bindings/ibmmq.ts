import { flag, integerFrom, may, must, object, oneOf, shortText, text } from '../kinds.ts';
import { protocol } from './protocol.ts';

const objectName = shortText(48);

const queue = object('IBM MQ queue', {
  objectName: must(objectName, 'The name of the queue.'),
  isPartitioned: may(flag, 'Whether it is a cluster queue.'),
  exclusive: may(flag, 'Whether it should be opened for one user only.'),
});

const topic = object('IBM MQ topic', {
  string: may(shortText(10_240), 'The topic string, where it differs from the address.'),
  objectName: may(objectName, 'The name of the topic object.'),
  durablePermitted: may(flag, 'Whether subscriptions may be durable.'),
  lastMsgRetained: may(flag, 'Whether new subscribers get the last message.'),
});

export const ibmMq = protocol(
  'IBM MQ',
  ['0.1.0'],
  {
    server: {
      groupId: may(text, 'The group of servers that this one belongs to.'),
      ccdtQueueManagerName: may(text, 'The queue manager in the CCDT file.'),
      cipherSpec: may(text, 'The cipher of the TLS connection.'),
      multiEndpointServer: may(flag, 'Whether connections are spread over several machines.'),
      heartBeatInterval: may(integerFrom(0, 999_999), 'The interval of heartbeats, in seconds.'),
    },
    channel: {
      destinationType: may(oneOf('topic', 'queue'), 'What the channel is; a topic unless said otherwise.'),
      queue: may(queue, 'The queue.'),
      topic: may(topic, 'The topic.'),
      maxMsgLength: may(integerFrom(0, 104_857_600), 'The size of the longest message, in bytes.'),
    },
    message: {
      type: may(oneOf('string', 'jms', 'binary'), 'The type of the message.'),
      headers: may(text, 'MQ headers, separated by commas.'),
      description: may(text, 'More about the message.'),
      expiry: may(integerFrom(0), 'How long the message lives, in milliseconds.'),
    },
  },
  { channel: { atMostOneOf: ['queue', 'topic'] } },
);
