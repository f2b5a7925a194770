import { concerned } from '../../concerned.ts';
import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';
import { withNames } from './words.ts';

export default changeRule({
  code: 'CHANNEL_ADDED',
  verdict: 'non-breaking',
  says: 'The channel `{name}` is new{with}.',
  why: 'Nobody can depend on it yet.',
  help: 'Nothing has to be done.',
  before: ORDERS,
  after: edited(
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
  channel({ before, after }, { report, after: side, matches }) {
    if (!after || before) return;
    const operations = side.operationsOn(after.id).filter(({ id }) => !matches.was.operations.has(id));
    const subject = { kind: 'channel', name: after.id } as const;
    report({
      subject,
      params: { name: after.address ?? after.id, with: withNames(operations.map(({ id }) => id)) },
      after: after.origin,
      operations: concerned(side.operationsOn(after.id)),
      messages: after.messages,
    });
  },
});
