import { isAboutDeprecation } from '@portolan/contract';
import { changeRule } from '../../kind.ts';
import { doneOf, sidesOf } from '../../places.ts';
import { same } from '../../values.ts';
import { edited, ORDERS } from '../example.ts';
import { everyDescribed } from './described.ts';

export default changeRule({
  code: 'EXTENSION_CHANGED',
  verdict: 'not-checked',
  says: 'The extension {member} of {thing} was {done}.',
  why: 'What an extension means is known to those who read it, and Portolan does not know them.',
  help: 'Ask those who use the extension.',
  before: ORDERS,
  after: edited(ORDERS, [
    '    summary: Tells',
    `    x-retries: 3
    summary: Tells`,
  ]),
  ...everyDescribed((subject, pair, { report }) => {
    const [from, to] = [pair.before.extensions, pair.after.extensions];
    for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
      // What is said about the end of something is told of by itself.
      if (same(from[key], to[key]) || isAboutDeprecation(key)) continue;
      const params = {
        member: key,
        thing: `the ${subject.kind} \`${subject.name}\``,
        done: doneOf(from[key], to[key]),
      };
      report({
        subject,
        key,
        params,
        reason: 'nobody says here what the extension means',
        ...sidesOf(pair, key, from[key], to[key]),
      });
    }
  }),
});
