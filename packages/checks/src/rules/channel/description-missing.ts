import { keyOf } from '../../context.ts';
import { isDescribed } from '../../facts/described.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
channels:
  placed:
    address: orders.placed
    description: Every order, once, as soon as it is paid.
`;

export default rule({
  code: 'CHANNEL_DESCRIPTION_MISSING',
  severity: 'info',
  sets: ['strict'],
  says: 'Channel `{channel}` has neither a summary nor a description.',
  why: 'People choose channels by what is said about them; an address alone makes them ask in chat.',
  help: 'Add a `summary` of one sentence: what happens that makes a message appear here?',
  bad: good.replace('    description: Every order, once, as soon as it is paid.\n', ''),
  good,
  channel(channel, { report }) {
    if (!isDescribed(channel)) report(keyOf(channel), { channel: channel.id });
  },
});
