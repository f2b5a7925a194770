import { changeRule } from '../../kind.ts';
import { edited, ORDERS } from '../example.ts';
import { schemeChange } from './ways-in.ts';

export default changeRule({
  code: 'SECURITY_SCHEME_CHANGED',
  verdict: 'breaking',
  says: 'The security scheme `{name}` changed: {done}.',
  why: 'Clients that authenticate by the old scheme do not get in any more.',
  help: 'Add a scheme beside the old one and offer both.',
  before: ORDERS,
  after: edited(ORDERS, ['type: scramSha512', 'type: scramSha256']),
  securityScheme({ before, after }, { report }) {
    const done = schemeChange({ before, after });
    if (!done) return;
    report({
      subject: { kind: 'security scheme', name: after.id },
      params: { name: after.id, done: done.says },
      verdict: done.verdict,
      before: before.origin,
      after: after.origin,
    });
  },
});
