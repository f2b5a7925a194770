import type { FindingKind } from '@portolan/base';

/** A document of its own, where the service called Orders sends a message for each order. */
const orders = `asyncapi: 3.1.0
id: urn:example:orders
info:
  title: Orders
  version: 1.0.0
  x-owner: sales
servers:
  production: { host: 'kafka.example.com:9092', protocol: kafka }
channels:
  placed:
    address: orders.placed
    messages:
      OrderPlaced:
        payload: { type: object, properties: { orderId: { type: string } } }
operations:
  sendOrderPlaced:
    action: send
    channel: { $ref: '#/channels/placed' }
`;

/** The other side: the service called Billing receives that message. */
const billing = orders
  .replaceAll('Orders', 'Billing')
  .replace('urn:example:orders', 'urn:example:billing')
  .replace('x-owner: sales', 'x-owner: finance')
  .replace('sendOrderPlaced', 'receiveOrderPlaced')
  .replace('action: send', 'action: receive');

/** A second document about Orders. */
const admin = orders
  .replaceAll('placed', 'closed')
  .replaceAll('OrderPlaced', 'OrderClosed')
  .replace('action: send', 'action: receive');

export const SERVICE_OWNERS_DIFFER: FindingKind = {
  code: 'SERVICE_OWNERS_DIFFER',
  severity: 'warning',
  says: 'The documents of `{service}` name different owners: {owners}.',
  why: 'Whoever needs something changed asks one of them, and that one may answer that it is not theirs.',
  help: 'Name the same team in every document of the service. If they are two services, give each its own title and `id`.',
  bad: { 'orders.yaml': orders, 'orders-admin.yaml': admin.replace('sales', 'back-office') },
  good: { 'orders.yaml': orders, 'orders-admin.yaml': admin },
};

export const SERVICE_IDS_DIFFER: FindingKind = {
  code: 'SERVICE_IDS_DIFFER',
  severity: 'warning',
  says: 'Two documents are called `{service}` but have different ids: {ids}.',
  why: 'One title on the chart is one service. The ids say that there are two, so the links of both stand under one name.',
  help: 'Give both documents the same `id` if they describe one application, else give each a title of its own.',
  source: 'AsyncAPI 3.1.0, Identifier',
  bad: { 'orders.yaml': orders, 'orders-admin.yaml': admin.replace('urn:example:orders', 'urn:example:orders:admin') },
  good: { 'orders.yaml': orders, 'orders-admin.yaml': admin },
};

export const CHANNEL_TWO_SENDER_OWNERS: FindingKind = {
  code: 'CHANNEL_TWO_SENDER_OWNERS',
  severity: 'warning',
  says: 'Services of different owners send on `{channel}`: {owners}.',
  why: 'Nobody can promise what arrives there, and a change that one owner agrees with the receivers may be undone by the other.',
  help: 'Give each sender a channel of its own, or agree which team owns the channel and name it in both documents.',
  bad: {
    'orders.yaml': orders,
    'billing.yaml': billing.replace('receiveOrderPlaced', 'sendOrderPlaced').replace('action: receive', 'action: send'),
  },
  good: { 'orders.yaml': orders, 'billing.yaml': billing },
};

export const MESSAGE_NEVER_SENT: FindingKind = {
  code: 'MESSAGE_NEVER_SENT',
  severity: 'info',
  says: '{receivers} {verb} `{message}`, but no document says who sends it.',
  why: 'Either the sender has no document here, or the name, the address or the server is written differently on both sides.',
  help: 'Add the document of the sender. If it is here, compare the name of the message, the address of the channel and the host of the server in both.',
  bad: { 'billing.yaml': billing },
  good: { 'orders.yaml': orders, 'billing.yaml': billing },
};

export const MESSAGE_NEVER_RECEIVED: FindingKind = {
  code: 'MESSAGE_NEVER_RECEIVED',
  severity: 'info',
  says: '{senders} {verb} `{message}`, but no document says who receives it.',
  why: 'A message that nobody receives is work for nothing; more often its receivers are not documented, and a change will surprise them.',
  help: 'Add the documents of the receivers, or stop sending the message.',
  bad: { 'orders.yaml': orders },
  good: { 'orders.yaml': orders, 'billing.yaml': billing },
};

export const CHANNEL_NAMES_ALIKE: FindingKind = {
  code: 'CHANNEL_NAMES_ALIKE',
  severity: 'warning',
  says: '`{receiver}` receives from `{address}`, where nobody sends. `{sender}` sends on `{other}`, from which nobody receives.',
  why: 'Two names that are nearly the same are most often one channel. Written differently they do not meet, and the receiver waits for messages that never come.',
  help: 'If both mean the same channel, write the address that the broker has in both documents: did you mean `{other}`?',
  bad: { 'orders.yaml': orders, 'billing.yaml': billing.replace('address: orders.placed', 'address: order.placed') },
  good: { 'orders.yaml': orders, 'billing.yaml': billing },
};

export const DIRECTION_CONFLICT: FindingKind = {
  code: 'DIRECTION_CONFLICT',
  severity: 'warning',
  says: '`{first}` and `{second}` both say that they {action} on `{channel}`, and nobody else uses it.',
  why: 'One of the two most likely has it the wrong way round: `publish` and `subscribe` of AsyncAPI 2 speak from the other side, and documents converted to 3 keep the mistake.',
  help: 'Find out which of the two really sends. In AsyncAPI 2 an application that sends has `subscribe`, in AsyncAPI 3 it has `action: send`. Whoever cannot change the document settles it under `directions` in `portolan.yaml`.',
  source: 'AsyncAPI 2.6.0, Channel Item Object; AsyncAPI 3.1.0, Operation Object',
  bad: {
    'orders.yaml': orders.replace('action: send', 'action: receive').replace('sendOrderPlaced', 'orderPlaced'),
    'billing.yaml': billing.replace('receiveOrderPlaced', 'orderPlaced'),
  },
  good: { 'orders.yaml': orders, 'billing.yaml': billing },
};

export const DIRECTION_REVERSED: FindingKind = {
  code: 'DIRECTION_REVERSED',
  severity: 'warning',
  says: '`{operation}` says that `{service}` {declared}s on `{channel}`, but it {action}s: {because}.',
  why: 'The chart shows what the evidence proves. Whoever reads the document, or generates code from it, goes by the verb and gets the wrong side.',
  help: '{edit}. If the verb is right after all, write `x-portolan-direction: {declared}` into the operation, or an entry under `directions` into `portolan.yaml`: that settles it.',
  source: 'AsyncAPI 2.6.0, Channel Item Object; AsyncAPI 3.1.0, Operation Object, action',
  bad: { 'orders.yaml': orders.replace('action: send', 'action: receive'), 'billing.yaml': billing },
  good: { 'orders.yaml': orders, 'billing.yaml': billing },
};

/**
 * Every kind of finding that relating can make. In the examples each file is a document of its own: the finding is about
 * all of them together.
 */
export const chartFindingKinds: readonly FindingKind[] = [
  SERVICE_OWNERS_DIFFER,
  SERVICE_IDS_DIFFER,
  CHANNEL_TWO_SENDER_OWNERS,
  MESSAGE_NEVER_SENT,
  MESSAGE_NEVER_RECEIVED,
  CHANNEL_NAMES_ALIKE,
  DIRECTION_CONFLICT,
  DIRECTION_REVERSED,
];
