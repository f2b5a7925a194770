import { changeRule } from '../../kind.ts';
import { doneOf, sidesOf } from '../../places.ts';
import { same } from '../../values.ts';
import { edited, ORDERS } from '../example.ts';

export default changeRule({
  code: 'INFO_CHANGED',
  verdict: 'editorial',
  says: 'The {member} of the document was {done}.',
  why: 'Titles, contacts, licences and terms are for people; no message depends on them.',
  help: 'Nothing has to be done.',
  before: ORDERS,
  after: edited(ORDERS, ['title: Orders', 'title: Orders of the shop']),
  info({ before, after }, { report }) {
    for (const key of ['title', 'termsOfService', 'contact', 'license'] as const) {
      if (same(before[key], after[key])) continue;
      const subject = { kind: 'document', name: after.title } as const;
      const params = { member: key, done: doneOf(before[key], after[key]) };
      report({ subject, key, params, ...sidesOf({ before, after }, key) });
    }
  },
});
