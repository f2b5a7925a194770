import { everyDeprecated } from '../../facts/deprecated.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 2.0.0
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        summary: An order was placed.
        payload:
          type: object
          properties:
            id:
              type: string
            number:
              type: integer
              deprecated: true
              x-sunset: '2099-01-31'
              x-alternative: id
operations:
  announceOrder:
    action: send
    channel:
      $ref: '#/channels/placed'
`;

export default rule({
  code: 'DEPRECATION_WITHOUT_ALTERNATIVE',
  severity: 'info',
  sets: ['strict'],
  says: 'Nothing says what takes the place of the deprecated {name}.',
  why: 'Whoever has to leave needs to know where to go.',
  help: 'Add `x-alternative` with the name of what takes its place, or `x-deprecation-link` with a page that says what to do.',
  source: 'xRegistry, deprecated',
  bad: good.replace('              x-alternative: id\n', ''),
  good,
  ...everyDeprecated(({ name, deprecation, origin }, { report }) => {
    if (deprecation.alternative === undefined && deprecation.documentation === undefined) report(origin, { name });
  }),
});
