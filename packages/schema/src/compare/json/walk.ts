import { compareAlternatives } from './alternatives-walk.ts';
import { compareItems, compareMembers } from './inside-walk.ts';
import { isImplied, leafCode } from './leaf.ts';
import { type Located, type LocatedPart, partsAlong, placeOfPart } from './located.ts';
import { be, type Goal, notBe } from './search/goal.ts';
import { keyOfPart } from './search/keys.ts';
import type { Part } from './search/part.ts';
import { bare, partsOf } from './search/parts.ts';
import { isWrittenSame } from './search/same.ts';
import { idOf } from './search/term.ts';
import { type Here, note, type Telling, tell } from './told.ts';
import { compareTypes, compareValues } from './values-walk.ts';

/** Levels of messages at which schemas are compared. */
const DEEPEST = 40;

/**
 * Compares what the writer’s schemas say about one value with what the reader’s says, part by part, and tells where a value
 * that the writer may send is refused. What is not told is proved to fit.
 */
export function walk(from: Here, telling: Telling): void {
  const here = { ...from, reader: telling.reader.locate(bare(from.reader.term), from.reader) };
  if (here.writer.some(({ term }) => isWrittenSame(term, here.reader.term))) return;
  if (telling.left-- <= 0) {
    note(here.path, 'comparing it could take too long: its schemas multiply', telling);
    return;
  }
  const pair = `${here.writer.map(({ term }) => idOf(bare(term))).join()}>${idOf(here.reader.term)}`;
  const before = telling.pairs.get(pair);
  if (before === FITS) return;
  if (before !== undefined && before !== DIFFERS) {
    // Inside itself it is the same question again; in the same place it is none.
    if (before === `at ${here.path}`) note(here.path, 'it refers to itself without end', telling);
    return;
  }
  if (here.depth > DEEPEST) {
    note(here.path, 'it is nested too deeply to be compared', telling);
    return;
  }
  const told = toldBy(telling);
  telling.pairs.set(pair, `at ${here.path}`);
  compareParts(here, telling);
  telling.pairs.set(pair, toldBy(telling) === told ? FITS : DIFFERS);
}

/** What cannot be reached here may be elsewhere. */
function toldBy({ differences, notCompared, outOfReach }: Telling): number {
  return differences.size + notCompared.size + outOfReach;
}

const FITS = 'fits';
const DIFFERS = 'differs';

function compareParts(here: Here, telling: Telling): void {
  const { keys } = telling.finder;
  const written = partsAlong(here.writer, telling.writer);
  if (written.some(({ part }) => part.kind === 'never')) return;
  const known = new Set(written.filter(({ part }) => !isWalked(part)).map(({ part }) => keyOfPart(part, keys)));
  const said = written.map(({ part }) => part);
  const parts = partsOf(here.reader.term).filter(
    // What is left over depends on all that stands beside it.
    part =>
      part.kind === 'unevaluated' || isWalked(part) || !(known.has(keyOfPart(part, keys)) || isImplied(part, said)),
  );
  if (parts.length === 0) return;
  const union = written.find(({ part }) => (part.kind === 'any' || part.kind === 'one') && !here.chosen.has(part));
  if (union) {
    eachBranch(union, here, telling);
    return;
  }
  const before = telling.differences.size;
  for (const part of parts) {
    const one: LocatedPart = { part, owner: here.reader };
    if (part.kind !== 'unevaluated') comparePart(one, written, here, telling);
    else if (telling.differences.size === before) {
      tell(
        here,
        {
          code: 'UNEVALUATED_NOT_ALLOWED',
          params: { keyword: part.keyword },
          reader: placeOfPart(one),
          shownBy: [notBe(here.reader.term)],
        },
        telling,
      );
    }
  }
}

/** What is inside these is compared by itself. */
function isWalked({ kind }: Part): boolean {
  return kind === 'members' || kind === 'items' || kind === 'all';
}

/** Of a union of the writer each branch must fit. */
function eachBranch({ part, owner }: LocatedPart, here: Here, telling: Telling): void {
  if (part.kind !== 'any' && part.kind !== 'one') return;
  const goals = here.writer.map(({ term }) => be(term));
  if (telling.finder.ask([...goals, notBe(here.reader.term)]).kind === 'none') return;
  const chosen = new Set([...here.chosen, part]);
  for (const [index, term] of part.terms.entries()) {
    const branch = telling.writer.locate(term, owner, part.keyword, index);
    const whole = (inner: readonly Goal[]) => here.whole([be(term), ...inner]);
    walk({ ...here, writer: [branch, ...here.writer], whole, chosen }, telling);
  }
}

function comparePart(one: LocatedPart, written: readonly LocatedPart[], here: Here, telling: Telling): void {
  const { part } = one;
  const inside = (next: Here) => walk(next, telling);
  switch (part.kind) {
    case 'unclear':
      note(here.path, part.reason, telling);
      return;
    case 'all':
      for (const [index, term] of part.terms.entries()) {
        const reader: Located = telling.reader.locate(term, here.reader, part.keyword, index);
        if (!part.exceptNull) walk({ ...here, reader }, telling);
      }
      if (part.exceptNull) compareLeaf(one, here, telling);
      return;
    case 'types':
      compareTypes(one, here, telling);
      return;
    case 'values':
      compareValues(one, written, here, telling);
      return;
    case 'members':
      compareMembers(one, written, here, telling, inside);
      return;
    case 'items':
      compareItems(one, written, here, telling, inside);
      return;
    case 'any':
    case 'one':
      compareAlternatives(one, here, telling, inside);
      return;
    default:
      compareLeaf(one, here, telling);
      return;
  }
}

function compareLeaf(one: LocatedPart, here: Here, telling: Telling): void {
  const refused: Goal = { kind: 'part', part: one.part, isMet: false };
  if (telling.finder.ask([...here.writer.map(({ term }) => be(term)), refused]).kind === 'none') return;
  const { code, params, path } = leafCode(one.part, here.path);
  tell(here, { code, params, path, reader: placeOfPart(one), shownBy: [refused] }, telling);
}
