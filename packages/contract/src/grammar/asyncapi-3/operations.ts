import {
  formatted,
  listOf,
  may,
  must,
  named,
  type ObjectKind,
  object,
  oneOf,
  reference,
  referenceOr,
  text,
} from '../kinds.ts';
import { described, security } from './described.ts';

const channel = reference(named('Channel'), '#/channels/orders');
const messages = listOf(reference(named('Message'), '#/channels/orders/messages/placed'));

const traitFields = {
  ...described('operations'),
  security,
  bindings: may(referenceOr(named('OperationBindings')), 'What only the protocol knows.'),
  reply: may(referenceOr(named('OperationReply')), 'What comes back.'),
};

const own = 'A trait leaves this to the operations that it is applied to.';
const key = 'From AsyncAPI 3.0 on, the key of the operation is its id.';

/** The text gives traits every field of an operation but four, so `reply` is one of theirs; the JSON Schema forgets it. */
export const operationTrait: ObjectKind = object('Operation Trait', traitFields, {
  says: 'What several operations have in common.',
  instead: { operationId: key, action: own, channel: own, messages: own, traits: 'A trait has no traits of its own.' },
});

export const operation: ObjectKind = object(
  'Operation',
  {
    action: must(oneOf('send', 'receive'), 'Whether the application sends or receives.'),
    channel: must(channel, 'Where it sends or receives.'),
    messages: may(messages, 'The messages of the channel that it works with; absent means all of them.'),
    ...traitFields,
    traits: may(listOf(referenceOr(named('OperationTrait'))), 'What it has in common with others.'),
  },
  {
    says: 'What the application does on one channel.',
    instead: { operationId: key, message: 'The field is `messages`: references to messages of the channel.' },
  },
);

export const operationReply: ObjectKind = object(
  'Operation Reply',
  {
    address: may(referenceOr(named('OperationReplyAddress')), 'Where the reply goes when that is only known later.'),
    channel: may(channel, 'The channel of the reply.'),
    messages: may(messages, 'The messages of that channel that can be the reply.'),
  },
  { says: 'What comes back for a request.' },
);

export const operationReplyAddress: ObjectKind = object(
  'Operation Reply Address',
  {
    location: must(
      formatted('runtimeExpression'),
      'Where in the request the address stands: `$message.header#/replyTo`.',
    ),
    description: may(text, 'A longer text in CommonMark.'),
  },
  { says: 'An address that the request names.' },
);
