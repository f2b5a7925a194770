import { type Deprecation, deprecationIn, isAboutDeprecation } from '@portolan/contract';
import { changeRule } from '../../kind.ts';
import type { ChangeVerdict } from '../../model.ts';
import { sidesOf } from '../../places.ts';
import { same } from '../../values.ts';
import { edited, ORDERS } from '../example.ts';
import { everyDescribed } from './described.ts';

export default changeRule({
  code: 'DEPRECATION_CHANGED',
  verdict: 'non-breaking',
  says: 'The {thing} {what}.',
  why: 'A deprecation tells others in time that something goes away. A day that they were told must not come earlier: they planned by it.',
  help: 'Keep the day that was announced, or a later one.',
  before: ORDERS,
  after: edited(ORDERS, [
    '    summary: Tells',
    `    x-sunset: 2099-01-31
    summary: Tells`,
  ]),
  ...everyDescribed((subject, pair, { report }) => {
    const [from, to] = [pair.before.extensions, pair.after.extensions];
    const edits = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
      key => isAboutDeprecation(key) && !same(from[key], to[key]),
    );
    const [key] = edits;
    if (key === undefined) return;
    const { what, verdict } = whatOf(deprecationIn(from), deprecationIn(to));
    report({
      subject,
      params: { thing: `${subject.kind} \`${subject.name}\``, what },
      verdict,
      ...sidesOf(pair, key, from[key], to[key]),
    });
  }),
});

function whatOf(from: Deprecation | undefined, to: Deprecation | undefined): { what: string; verdict: ChangeVerdict } {
  if (!to) return { what: 'is no longer deprecated', verdict: 'non-breaking' };
  if (!from) {
    const until = to.sunset === undefined ? '' : ` and stays until ${to.sunset}`;
    return { what: `is deprecated now${until}`, verdict: 'non-breaking' };
  }
  if (from.sunset === to.sunset) return { what: 'is deprecated as before, in other words', verdict: 'editorial' };
  if (to.sunset === undefined)
    return { what: `no longer says that it stays until ${from.sunset}`, verdict: 'breaking' };
  if (from.sunset === undefined) return { what: `stays until ${to.sunset}`, verdict: 'non-breaking' };
  const sooner = to.sunset < from.sunset;
  return {
    what: `stays until ${to.sunset}, ${sooner ? 'and no longer until' : 'later than'} ${from.sunset}`,
    verdict: sooner ? 'breaking' : 'non-breaking',
  };
}
