import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'CHANNEL_RENAMED',
  verdict: 'non-breaking',
  says: 'The channel `{before}` is called `{after}` now.',
  why: 'Its address is the same, so messages flow as before; only what refers to the name changes.',
  help: 'Tell those who generate code from the names.',
  before: ORDERS,
  after: edited(
    ORDERS,
    [
      `  orders:
`,
      `  allOrders:
`,
    ],
    ["'#/channels/orders'", "'#/channels/allOrders'"],
  ),
  channel({ before, after }, { report, sameNaming }) {
    if (!before || !after || before.id === after.id || !sameNaming || before.id === before.address) return;
    const subject = { kind: 'channel', name: after.id } as const;
    report({ subject, params: { before: before.id, after: after.id }, before: before.origin, after: after.origin });
  },
});
