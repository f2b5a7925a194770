import {
  anything,
  formatted,
  fromVersion,
  listOf,
  mapOf,
  may,
  must,
  named,
  type ObjectKind,
  object,
  referenceOr,
  text,
} from '../kinds.ts';

/** Each scheme with its scopes; the schemes of one object must all hold, the objects of the list are alternatives. */
const security = listOf(mapOf(listOf(text)));
const tags = listOf(named('Tag'));
const externalDocs = named('ExternalDocs');
const description = 'A longer text in CommonMark.';

export const server: ObjectKind = object(
  'Server',
  {
    url: must(text, 'Its address; parts in braces are variables.'),
    protocol: must(text, 'The protocol that it speaks: `kafka`, `mqtt`, `amqp` …'),
    protocolVersion: may(text, 'The version of the protocol.'),
    description: may(text, description),
    variables: may(mapOf(referenceOr(named('ServerVariable'), { since: '2.4' })), 'The variables of the address.'),
    security: may(security, 'The ways in; one of them is enough.'),
    tags: may(tags, 'Words to group servers by.', { since: '2.5' }),
    bindings: may(referenceOr(named('ServerBindings')), 'What only its protocol knows.'),
  },
  {
    says: 'A broker, or whatever else messages are sent to.',
    instead: {
      host: 'Up to AsyncAPI 2.6, the whole address stands in `url`.',
      pathname: 'Up to AsyncAPI 2.6, the whole address stands in `url`.',
    },
  },
);

export const channel: ObjectKind = object(
  'Channel',
  {
    $ref: may(text, 'Another channel item that this one is. Deprecated.'),
    description: may(text, description),
    servers: may(listOf(text), 'The names of the servers that have it; none means all of them.', { since: '2.2' }),
    subscribe: may(named('Operation'), 'What others can receive here: the application sends it.'),
    publish: may(named('Operation'), 'What others can send here: the application receives it.'),
    parameters: may(mapOf(referenceOr(named('Parameter')), 'name'), 'The parameters of the address.'),
    bindings: may(referenceOr(named('ChannelBindings')), 'What only the protocol knows.'),
    deprecated: may({ is: 'boolean' }, 'Whether it should no longer be used.'),
  },
  {
    says: 'One address on a broker, and what happens there.',
    instead: {
      address: 'Up to AsyncAPI 2.6, the key of the channel is its address.',
      messages: 'Up to AsyncAPI 2.6, messages stand in `publish` and `subscribe`.',
    },
  },
);

const operationTraitFields = {
  operationId: may(text, 'A name for programs, unique in the document.'),
  summary: may(text, 'What it is about, in one line.'),
  description: may(text, description),
  security: may(security, 'The ways in; one of them is enough.', { since: '2.4' }),
  tags: may(tags, 'Words to group operations by.'),
  externalDocs: may(externalDocs),
  bindings: may(referenceOr(named('OperationBindings')), 'What only the protocol knows.'),
};

export const operationTrait: ObjectKind = object('Operation Trait', operationTraitFields, {
  says: 'What several operations have in common.',
});

export const operation: ObjectKind = object(
  'Operation',
  {
    ...operationTraitFields,
    traits: may(listOf(referenceOr(named('OperationTrait'))), 'What it has in common with others.'),
    message: may(referenceOr(named('Message')), 'The message, or `oneOf` several.'),
  },
  {
    says: 'What others can do on the channel.',
    instead: {
      action: 'Up to AsyncAPI 2.6, the keys `publish` and `subscribe` of the channel say it.',
      channel: 'Up to AsyncAPI 2.6, an operation stands in its channel.',
      messages: 'Up to AsyncAPI 2.6, the field is `message`; several messages stand in its `oneOf`.',
    },
  },
);

export const parameter: ObjectKind = object(
  'Parameter',
  {
    description: may(text, description),
    schema: may(named('Schema'), 'What values look like.'),
    location: may(formatted('runtimeExpression'), 'Where in the message the value stands.'),
  },
  { says: 'A part of the address that is only known when it is used.' },
);

/** Before the Message Example Object there was, an example was any object. */
const freeExample = mapOf(anything);

/** What traits share with messages, which had a form for examples one version earlier. */
function messageTraitFields(examplesSince: string) {
  const examples = listOf(fromVersion(examplesSince, named('MessageExample'), freeExample));
  return {
    messageId: may(text, 'A name for programs, unique in the document.', { since: '2.4' }),
    headers: may(named('ObjectSchema'), 'What the headers look like.'),
    correlationId: may(referenceOr(named('CorrelationId')), 'What connects it with other messages.'),
    schemaFormat: may(text, 'The language that the payload is described in.'),
    contentType: may(formatted('mediaType'), 'How the payload is encoded.'),
    name: may(text, 'A name for programs.'),
    title: may(text, 'A name for people.'),
    summary: may(text, 'What it is about, in one line.'),
    description: may(text, description),
    tags: may(tags, 'Words to group messages by.'),
    externalDocs: may(externalDocs),
    bindings: may(referenceOr(named('MessageBindings')), 'What only the protocol knows.'),
    examples: may(examples, 'Messages as they could be sent.'),
    deprecated: may({ is: 'boolean' } as const, 'Whether it should no longer be used.'),
  };
}

export const messageTrait: ObjectKind = object('Message Trait', messageTraitFields('2.2'), {
  says: 'What several messages have in common.',
});

const payload = 'What the content looks like, in the language of `schemaFormat`.';

export const message: ObjectKind = object(
  'Message',
  {
    ...messageTraitFields('2.1'),
    payload: may(named('Payload'), payload),
    traits: may(listOf(referenceOr(named('MessageTrait'))), 'What it has in common with others.'),
  },
  { says: 'What is sent on a channel.' },
);

/** Several messages in the place of one. */
export const messages: ObjectKind = object(
  'Message',
  { oneOf: must(listOf(referenceOr(named('Message'))), 'The messages; each that is sent fits one of them.') },
  { extensible: false },
);
