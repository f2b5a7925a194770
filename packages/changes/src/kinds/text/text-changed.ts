import { changeRule } from '../../kind.ts';
import { doneOf, sidesOf } from '../../places.ts';
import { same } from '../../values.ts';
import { edited, ORDERS } from '../example.ts';
import { everyDescribed, TEXTS } from './described.ts';

export default changeRule({
  code: 'TEXT_CHANGED',
  verdict: 'editorial',
  says: 'The {member} of {thing} was {done}.',
  why: 'Descriptions and examples are for people; no message depends on them.',
  help: 'Nothing has to be done.',
  before: ORDERS,
  after: edited(ORDERS, ['summary: Tells what becomes of orders.', 'summary: Tells what becomes of every order.']),
  ...everyDescribed((subject, pair, { report }) => {
    for (const key of TEXTS) {
      const [from, to] = [pair.before[key], pair.after[key]];
      if (same(from, to) || (key === 'title' && subject.kind === 'document')) continue;
      report({
        subject,
        key,
        params: { member: key, thing: `the ${subject.kind} \`${subject.name}\``, done: doneOf(from, to) },
        ...sidesOf(pair, key),
      });
    }
  }),
});
