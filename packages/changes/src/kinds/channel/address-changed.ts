import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { sidesOf } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'CHANNEL_ADDRESS_CHANGED',
  verdict: 'breaking',
  says: 'The address `{before}` became `{after}`.',
  why: 'Whoever sends to the old address sends into nothing, and whoever listens there hears nothing any more.',
  help: 'Keep the old channel beside the new one until nobody uses it.',
  before: ORDERS,
  after: edited(ORDERS, ['address: orders.{region}', 'address: shop.orders.{region}']),
  channel({ before, after }, { report, after: side }) {
    if (!before || !after || before.address === after.address) return;
    const known = before.address !== null && after.address !== null;
    const unknown = { verdict: 'not-checked', reason: 'the address of one side is unknown' } as const;
    report({
      subject: { kind: 'channel', name: after.id },
      params: { before: before.address ?? 'unknown', after: after.address ?? 'unknown' },
      ...(known ? {} : unknown),
      ...sidesOf({ before, after }, 'address'),
      operations: concerned(side.operationsOn(after.id)),
      messages: after.messages,
    });
  },
});
