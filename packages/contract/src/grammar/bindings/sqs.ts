import {
  type Field,
  flag,
  integer,
  integerFrom,
  listOf,
  may,
  must,
  object,
  oneOf,
  referenceOr,
  text,
} from '../kinds.ts';
import { awsTags, policy } from './aws.ts';
import { protocol } from './protocol.ts';

const identifier = object('SQS identifier', {
  arn: may(text, 'An ARN.'),
  name: may(text, 'The name in another binding.'),
});

const redrivePolicy = object('SQS redrive policy', {
  deadLetterQueue: must(identifier, 'The queue for messages that fail.'),
  maxReceiveCount: may(integer, 'Attempts before a message goes there; 10 unless said otherwise.'),
});

function queue(fifoQueue: Field) {
  return object('SQS queue', {
    name: must(text, 'The name of the queue.'),
    fifoQueue,
    deduplicationScope: may(oneOf('queue', 'messageGroup'), 'Where messages of the same content count once.'),
    fifoThroughputLimit: may(oneOf('perQueue', 'perMessageGroupId'), 'What the limit of throughput is for.'),
    deliveryDelay: may(integerFrom(0, 900), 'How long a message is held back, in seconds.'),
    visibilityTimeout: may(integerFrom(0, 43_200), 'How long a message is hidden after it was read, in seconds.'),
    receiveMessageWaitTime: may(integer, 'How long a reader waits for messages, in seconds.'),
    messageRetentionPeriod: may(integerFrom(60, 1_209_600), 'How long a message is kept, in seconds.'),
    redrivePolicy: may(redrivePolicy, 'What happens to messages that fail.'),
    policy: may(policy, 'Who may use the queue.'),
    tags: awsTags,
  });
}

const channelQueue = queue(must(flag, 'Whether messages keep their order.'));
const operationQueue = queue(may(flag, 'Whether messages keep their order.'));

export const sqs = protocol('SQS', ['0.1.0', '0.2.0', '0.3.0'], {
  channel: {
    queue: must(channelQueue, 'The queue that is the channel.'),
    deadLetterQueue: may(channelQueue, 'The queue for messages that fail.'),
  },
  operation: { queues: must(listOf(referenceOr(operationQueue)), 'The queues that take part.') },
});
