import { keysOf } from '@portolan/base';
import { keyOf, removal } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
    messages:
      orderPlaced:
        $ref: '#/components/messages/orderPlaced'
components:
  messages:
    orderPlaced:
      summary: An order was placed.
`;

export default rule({
  code: 'COMPONENT_UNUSED',
  severity: 'info',
  says: 'Nothing in this document refers to the component `{name}` ({kind}).',
  why: 'A component has an effect only where something refers to it. What looks described here is not part of the application.',
  help: 'Refer to it where it belongs, or remove it. Leave it when other documents refer to it.',
  source: 'AsyncAPI 3.1.0, Components Object',
  bad: `${good}    orderRefunded:
      summary: An order was paid back.
`,
  good,
  contract(contract, { report }) {
    // A document without channels is a library: its components are there for other documents.
    if (contract.channels.length === 0) return;
    for (const origin of contract.unused) {
      const keys = keysOf(origin.pointer);
      const name = keys.at(-1) ?? origin.pointer;
      const fix = removal(origin, `Remove the component “${name}”`);
      report(keyOf({ origin }), { name, kind: keys.at(-2) ?? 'components' }, undefined, fix);
    }
  },
});
