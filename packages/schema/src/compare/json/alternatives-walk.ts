import { YES } from '../../evaluate/model.ts';
import { saidBy } from './inside-walk.ts';
import { type LocatedPart, placeOfPart } from './located.ts';
import { be, type Goal, meets, notBe } from './search/goal.ts';
import { type Here, type Telling, tell } from './told.ts';

/**
 * Compares with `anyOf` and `oneOf` of the reader: what the writer may send must fit one. Where only one comes into question,
 * the difference lies inside it.
 */
export function compareAlternatives(one: LocatedPart, here: Here, telling: Telling, walk: (here: Here) => void): void {
  const { part } = one;
  if (part.kind !== 'any' && part.kind !== 'one') return;
  const { finder } = telling;
  const said = saidBy(here);
  const refused: Goal = { kind: 'part', part, isMet: false };
  const answer = finder.ask([...said, refused]);
  if (answer.kind === 'none') return;
  const reader = placeOfPart(one);
  const { terms } = part;
  if (part.kind === 'one') {
    const fitting = (value: unknown) => terms.filter(term => meets(be(term), value) === YES);
    const [a, b] = answer.kind === 'found' ? fitting(answer.value) : [];
    if (a && b && tell(here, { code: 'ALTERNATIVES_OVERLAP', reader, shownBy: [be(a), be(b)] }, telling)) return;
  }
  const open = terms.filter(term => finder.ask([...said, be(term)]).kind !== 'none');
  const [only] = open;
  if (only && open.length === 1 && !part.exceptNull) {
    const others = terms.filter(term => term !== only).map(notBe);
    const whole = (goals: readonly Goal[]) => here.whole([...others, ...goals]);
    const before = telling.differences.size;
    const located = telling.reader.locate(only, here.reader, part.keyword, terms.indexOf(only));
    walk({ ...here, reader: located, whole });
    if (telling.differences.size > before) return;
  }
  tell(here, { code: 'ALTERNATIVE_MISSING', reader, shownBy: [refused] }, telling);
}
