import { changeRule } from '../../kind.ts';
import { member } from '../../places.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'INFO_VERSION_CHANGED',
  verdict: 'editorial',
  says: 'The version {before} became {after}.',
  why: 'A version says something about changes and is none itself.',
  help: 'Nothing has to be done.',
  before: ORDERS,
  after: edited(ORDERS, ['version: 1.0.0', 'version: 1.1.0']),
  info(pair, { report, after }) {
    if (pair.before.version === pair.after.version) return;
    const params = { before: pair.before.version, after: pair.after.version };
    const subject = { kind: 'document', name: after.contract.info.title } as const;
    report({
      subject,
      params,
      before: member(pair.before.origin, 'version'),
      after: member(pair.after.origin, 'version'),
    });
  },
});
