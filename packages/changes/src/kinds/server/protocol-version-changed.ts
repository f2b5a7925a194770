import { changeRule } from '../../kind.ts';
import { doneOf, sidesOf } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'SERVER_PROTOCOL_VERSION_CHANGED',
  verdict: 'not-checked',
  says: 'The protocol version of the server `{name}` was {done}.',
  why: 'Whether clients of the other version still get in is for the broker to say.',
  help: 'Try it with the oldest client that is in use.',
  before: ORDERS,
  after: edited(ORDERS, [
    `    protocol: kafka
`,
    `    protocol: kafka
    protocolVersion: "3.9"
`,
  ]),
  server({ before, after }, { report }) {
    if (!before || !after || before.protocolVersion === after.protocolVersion) return;
    const params = { name: after.id, done: doneOf(before.protocolVersion, after.protocolVersion) };
    const reason = 'what the broker does with clients of another version is not known here';
    report({
      subject: { kind: 'server', name: after.id },
      params,
      reason,
      ...sidesOf({ before, after }, 'protocolVersion'),
    });
  },
});
