import { keyOf } from '../../context.ts';
import { caseOption, isWritten, PROGRAMMING_NAME } from '../../facts/naming.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  orderPlaced:
    address: orders.placed
`;

export default rule({
  code: 'CHANNEL_ID_NAMING',
  severity: 'warning',
  sets: ['strict'],
  says: 'The channel id `{channel}` is no name that programs can use.',
  why: 'Generated code, references and links are named after ids. Slashes, braces and white space have to be replaced there, each tool in its own way.',
  help: 'Give the channel an id such as `{example}`; where it is on the broker says its `address`.',
  source: 'AsyncAPI 3.1.0, Channels Object',
  options: { case: caseOption('How ids are written.', 'any') },
  bad: good.replace('orderPlaced:', 'orders/placed:'),
  good,
  channel(channel, { contract, options, report }) {
    // The id of a channel of 2.x is its address.
    if (!contract.asyncapi?.startsWith('3.')) return;
    if (PROGRAMMING_NAME.test(channel.id) && isWritten(channel.id, options.case)) return;
    report(keyOf(channel), { channel: channel.id, example: 'orderPlaced' });
  },
});
