import { everyDeprecated } from '../../facts/deprecated.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 2.0.0
  description: Takes orders.
  x-owner: sales
servers:
  main:
    host: broker.example.com
    protocol: kafka-secure
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        contentType: application/json
        summary: An order was placed.
        payload:
          type: object
operations:
  announceOrder:
    action: send
    x-sunset: '2099-01-31'
    x-alternative: announceOrders
    channel:
      $ref: '#/channels/placed'
`;

export default rule({
  code: 'DEPRECATION_SUNSET_PASSED',
  severity: 'warning',
  says: 'The {name} was announced to go on {sunset}, and is still there.',
  why: 'A day that passes without anything happening teaches everybody that such days mean nothing.',
  help: 'Take it away when nobody uses it any more: `portolan check --with` says who does. Otherwise announce a later day.',
  source: 'RFC 8594, Sunset',
  bad: good.replace('2099-01-31', '2020-01-31'),
  good,
  ...everyDeprecated(({ name, deprecation: { sunset }, origin }, { report, today }) => {
    if (sunset !== undefined && sunset < today) report(origin, { name, sunset });
  }),
});
