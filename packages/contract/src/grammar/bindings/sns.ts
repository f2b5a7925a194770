import { anything, flag, integer, listOf, mapOf, may, must, object, oneOf, text } from '../kinds.ts';
import { awsTags, policy } from './aws.ts';
import { protocol } from './protocol.ts';

const identifier = object('SNS identifier', {
  url: may(text, 'A URL.'),
  email: may(text, 'An email address.'),
  phone: may(text, 'A phone number.'),
  arn: may(text, 'An ARN.'),
  name: may(text, 'The name in another binding of the operation.'),
});

const ordering = object('SNS ordering', {
  type: must(oneOf('standard', 'FIFO'), 'Whether messages keep their order.'),
  contentBasedDeduplication: may(flag, 'Whether messages of the same content count once.'),
});

const deliveryPolicy = object('SNS delivery policy', {
  minDelayTarget: may(integer, 'The shortest delay before a retry, in seconds.'),
  maxDelayTarget: may(integer, 'The longest delay before a retry, in seconds.'),
  numRetries: may(integer, 'All retries together.'),
  numNoDelayRetries: may(integer, 'Retries at once.'),
  numMinDelayRetries: may(integer, 'Retries after the shortest delay.'),
  numMaxDelayRetries: may(integer, 'Retries after the longest delay.'),
  backoffFunction: may(oneOf('arithmetic', 'exponential', 'geometric', 'linear'), 'How delays grow.'),
  maxReceivesPerSecond: may(integer, 'The most deliveries per second.'),
});

const redrivePolicy = object('SNS redrive policy', {
  deadLetterQueue: must(identifier, 'The queue for what cannot be delivered.'),
  maxReceiveCount: may(integer, 'Attempts before a message goes there; 10 unless said otherwise.'),
});

const consumer = object('SNS consumer', {
  protocol: must(
    oneOf('http', 'https', 'email', 'email-json', 'sms', 'sqs', 'application', 'lambda', 'firehose'),
    'How it receives.',
  ),
  endpoint: must(identifier, 'Where it receives.'),
  filterPolicy: may(mapOf(anything), 'Which messages it wants.'),
  filterPolicyScope: may(oneOf('MessageAttributes', 'MessageBody'), 'What the filter looks at.'),
  rawMessageDelivery: must(flag, 'Whether it gets the message without its SNS envelope.'),
  redrivePolicy: may(redrivePolicy, 'What happens to messages that fail.'),
  deliveryPolicy: may(deliveryPolicy, 'How delivery is tried again.'),
  displayName: may(text, 'The name shown with an SMS.'),
});

export const sns = protocol('SNS', ['0.1.0', '0.2.0', '1.0.0'], {
  channel: {
    name: must(text, 'The name of the topic.'),
    ordering: may(ordering, 'Whether messages keep their order.'),
    policy: may(policy, 'Who may use the topic.'),
    tags: awsTags,
  },
  operation: {
    topic: may(identifier, 'The topic, where it differs from the channel.'),
    consumers: must(listOf(consumer, 1), 'Who listens to the topic.'),
    deliveryPolicy: may(deliveryPolicy, 'How delivery is tried again.'),
  },
});
