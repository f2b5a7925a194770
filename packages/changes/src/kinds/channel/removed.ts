import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';
import { withNames } from './words.ts';

export default changeRule({
  code: 'CHANNEL_REMOVED',
  verdict: 'breaking',
  says: 'The channel `{name}` is gone{with}.',
  why: 'Whoever sends there sends into nothing, and whoever listens there hears nothing any more.',
  help: 'Keep the channel, marked as deprecated, until nobody uses it.',
  before: edited(
    ORDERS,
    [
      `operations:
`,
      `  returns: { address: returns, messages: { returned: { payload: { type: object } } } }
operations:
`,
    ],
    [
      `components:
`,
      `  receiveReturns: { action: receive, channel: { $ref: '#/channels/returns' } }
components:
`,
    ],
  ),
  after: ORDERS,
  channel({ before, after }, { report, before: side, matches }) {
    if (!before || after) return;
    const operations = side.operationsOn(before.id).filter(({ id }) => !matches.is.operations.has(id));
    const withThem = withNames(operations.map(({ id }) => id));
    const subject = { kind: 'channel', name: before.id } as const;
    report({
      subject,
      params: { name: before.address ?? before.id, with: withThem },
      before: before.origin,
      operations: concerned(side.operationsOn(before.id)),
      messages: before.messages,
    });
  },
});
