import type { FindingKind } from '@portolan/base';

const head = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
`;

const operation = `${head}servers:
  production:
    host: kafka.example.com:9092
    protocol: kafka
channels:
  placed:
    address: orders.placed
    servers:
      - $ref: '#/servers/production'
    messages:
      placed:
        $ref: '#/components/messages/placed'
operations:
  sendPlaced:
    action: send
    channel:
      $ref: '#/channels/placed'
    messages:
      - $ref: '#/channels/placed/messages/placed'
components:
  messages:
    placed:
      summary: An order was placed.
`;

export const OPERATION_CHANNEL_POINTER: FindingKind = {
  code: 'OPERATION_CHANNEL_POINTER',
  severity: 'error',
  says: 'Operation `{operation}` must name a channel of this document as `#/channels/…`, but names `{reference}`.',
  why: 'Channels in components are only building blocks. An operation on one of them works on a channel that the application does not have.',
  help: 'Add the channel to `channels`, by reference if you like, and let the operation name it there.',
  source: 'AsyncAPI 3.1.0, Operation Object, channel',
  bad: `${operation.replace("$ref: '#/channels/placed'\n", "$ref: '#/components/channels/placed'\n").replace("    messages:\n      - $ref: '#/channels/placed/messages/placed'\n", '')}  channels:
    placed:
      address: orders.placed
`,
  good: operation,
};

export const OPERATION_MESSAGE_POINTER: FindingKind = {
  code: 'OPERATION_MESSAGE_POINTER',
  severity: 'error',
  says: 'Operation `{operation}` must name messages of its channel as `#/channels/…/messages/…`, but names `{reference}`.',
  why: 'The messages of an operation are a choice of those of its channel, and the path through the channel is what says so.',
  help: 'Name the message by its key in the channel.',
  source: 'AsyncAPI 3.1.0, Operation Object, messages',
  bad: operation.replace("- $ref: '#/channels/placed/messages/placed'", "- $ref: '#/components/messages/placed'"),
  good: operation,
};

export const CHANNEL_SERVER_POINTER: FindingKind = {
  code: 'CHANNEL_SERVER_POINTER',
  severity: 'error',
  says: 'Channel `{channel}` must name servers of this document as `#/servers/…`, but names `{reference}`.',
  why: 'Servers in components are only building blocks; the application connects to those in `servers`.',
  help: 'Add the server to `servers`, by reference if you like, and let the channel name it there.',
  source: 'AsyncAPI 3.1.0, Channel Object, servers',
  bad: `${operation.replace("- $ref: '#/servers/production'", "- $ref: '#/components/servers/production'")}  servers:
    production:
      host: kafka.example.com:9092
      protocol: kafka
`,
  good: operation,
};

const twice = (second: string) => `asyncapi: 2.6.0
info:
  title: Orders
  version: 1.0.0
channels:
  orders/placed:
    subscribe:
      operationId: sendPlaced
      message:
        messageId: placed
        payload:
          type: string
  orders/paid:
    subscribe:
      operationId: ${second === 'operation' ? 'sendPlaced' : 'sendPaid'}
      message:
        messageId: ${second === 'message' ? 'placed' : 'paid'}
        payload:
          type: string
`;

export const OPERATION_ID_DUPLICATE: FindingKind = {
  code: 'OPERATION_ID_DUPLICATE',
  severity: 'error',
  says: 'The operation id `{id}` is used {count} times.',
  why: 'Generated code, links and policies name operations by their id; two of one name cannot be told apart.',
  help: 'Give each operation an id of its own.',
  source: 'AsyncAPI 2.6.0, Operation Object, operationId',
  bad: twice('operation'),
  good: twice(''),
};

export const MESSAGE_ID_DUPLICATE: FindingKind = {
  code: 'MESSAGE_ID_DUPLICATE',
  severity: 'error',
  says: 'The message id `{id}` is used {count} times.',
  why: 'Tools identify messages by this id; two of one name cannot be told apart.',
  help: 'Give each message an id of its own, or define the message once in components and refer to it.',
  source: 'AsyncAPI 2.6.0, Message Object, messageId',
  bad: twice('message'),
  good: twice(''),
};

export const SERVER_PASSWORD: FindingKind = {
  code: 'SERVER_PASSWORD',
  severity: 'error',
  says: 'The address of server `{server}` holds a password.',
  why: 'A document is read by many people and kept in many places; a password in it is no secret any more.',
  help: 'Remove it from the document and its history, change it where it is used, and describe how to sign in under `security`.',
  bad: operation.replace('host: kafka', 'host: orders:Xk93-example@kafka'),
  good: operation,
};

const overlap = `asyncapi: 2.6.0
info:
  title: Orders
  version: 1.0.0
channels:
  orders/placed:
    $ref: '#/components/channels/placed'
    description: Orders of the shop.
components:
  channels:
    placed:
      subscribe:
        message:
          payload:
            type: string
`;

export const CHANNEL_REFERENCE_OVERLAP: FindingKind = {
  code: 'CHANNEL_REFERENCE_OVERLAP',
  severity: 'warning',
  says: 'Channel `{channel}` has `{name}` beside `$ref`, and what it refers to has it too.',
  why: 'The specification leaves open which of the two counts. One tool takes this one, the next one the other.',
  help: 'Keep `{name}` in one of the two places.',
  source: 'AsyncAPI 2.6.0, Channel Item Object, $ref',
  bad: overlap.replace('    placed:\n', '    placed:\n      description: Orders.\n'),
  good: overlap,
};
