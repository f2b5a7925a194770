import { matcherOf } from '../../pattern/match.ts';
import type { Located, LocatedPart } from './located.ts';
import { itemPath, memberPath } from './paths.ts';
import { itemOf, memberOf, namesOf, othersOf, patternedOf } from './project.ts';
import { otherNames } from './search/expand.ts';
import { be, type Goal } from './search/goal.ts';
import type { Members, Term } from './search/part.ts';
import { partsOf } from './search/parts.ts';
import { isSame } from './search/same.ts';
import { type Here, type Telling, tell } from './told.ts';

type Walk = (here: Here) => void;

/** Compares what both sides say about members. */
export function compareMembers(
  { part, owner }: LocatedPart,
  written: readonly LocatedPart[],
  here: Here,
  telling: Telling,
  walk: Walk,
): void {
  if (part.kind !== 'members') return;
  const member = (name: string, term: Term, ...keys: string[]): void => {
    const writer = memberOf(written, name, telling.writer);
    if (isSameAs(writer, term, telling)) return;
    const reader = telling.reader.locate(term, owner, ...keys);
    const path = memberPath(here.path, name);
    const whole = (value: readonly Goal[]) => here.whole([{ kind: 'member', name, value }]);
    const next: Here = { writer, reader, path, whole, depth: here.depth + 1, chosen: new Set() };
    if (isNever(term))
      tell(next, { code: 'PROPERTY_NOT_ALLOWED', reader: reader.place, params: { name }, shownBy: [] }, telling);
    else walk(next);
  };
  for (const [name, term] of part.named) member(name, term, 'properties', name);
  for (const { source, term } of part.patterned) {
    const writer = patternedOf(written, source, telling.writer);
    if (isSameAs(writer, term, telling)) continue;
    some([{ kind: 'text', source, isMet: true }], writer, term, ['patternProperties', source]);
  }
  const { others } = part;
  if (!others || partsOf(others).length === 0) return;
  const names = namesOf(written);
  for (const name of names) if (isOther(name, part)) member(name, others, 'additionalProperties');
  const writer = othersOf(written, telling.writer);
  if (isSameAs(writer, others, telling)) return;
  some(otherNames([...part.named.keys(), ...names], part.patterned), writer, others, ['additionalProperties']);

  /** Members of whom only is known what their names are like. */
  function some(name: readonly Goal[], writer: readonly Located[], term: Term, keys: readonly string[]): void {
    const reader = telling.reader.locate(term, owner, ...keys);
    const path = memberPath(here.path, keys[1] === undefined ? '*' : `/${keys[1]}/`);
    const whole = (value: readonly Goal[]) => here.whole([{ kind: 'member', name, value }]);
    const next: Here = { writer, reader, path, whole, depth: here.depth + 1, chosen: new Set() };
    if (!isNever(term)) walk(next);
    else tell(next, { code: 'PROPERTIES_NOT_ALLOWED', path: here.path, reader: reader.place, shownBy: [] }, telling);
  }
}

function isOther(name: string, { named, patterned }: Members): boolean {
  if (named.has(name)) return false;
  return patterned.every(({ source }) => {
    const matcher = matcherOf(source);
    return typeof matcher === 'function' && matcher(name) === false;
  });
}

function isSameAs(writer: readonly Located[], term: Term, { finder }: Telling): boolean {
  return writer.some(one => isSame(one.term, term, finder.keys));
}

function isNever(term: Term): boolean {
  return partsOf(term).some(({ kind }) => kind === 'never');
}

/** Compares what both sides say about items, one by one and beyond. */
export function compareItems(
  { part, owner }: LocatedPart,
  written: readonly LocatedPart[],
  here: Here,
  telling: Telling,
  walk: Walk,
): void {
  if (part.kind !== 'items') return;
  const apart = Math.max(
    part.first.length,
    ...written.map(one => (one.part.kind === 'items' ? one.part.first.length : 0)),
  );
  for (let at = 0; at <= apart; at++) {
    const isRest = at === apart;
    const own = isRest ? undefined : part.first[at];
    const term = own ?? part.rest;
    if (!term) continue;
    const writer = itemOf(written, at, isRest, telling.writer);
    if (isSameAs(writer, term, telling)) continue;
    const keys = own
      ? [part.keyword, at]
      : [part.first.length > 0 && part.keyword === 'items' ? 'additionalItems' : 'items'];
    const reader = telling.reader.locate(term, owner, ...keys);
    const whole = (value: readonly Goal[]) =>
      here.whole([isRest ? { kind: 'item', from: at, value } : { kind: 'item', at, from: 0, value }]);
    const path = itemPath(here.path, isRest ? undefined : at);
    const next: Here = { writer, reader, path, whole, depth: here.depth + 1, chosen: new Set() };
    if (!isNever(term)) walk(next);
    else if (!isRest) tell(next, { code: 'ITEM_NOT_ALLOWED', reader: reader.place, shownBy: [] }, telling);
    else tell(next, { code: 'MORE_ITEMS_NOT_ALLOWED', path: here.path, reader: reader.place, shownBy: [] }, telling);
  }
}

/** What the writer says in any case about the value here. */
export function saidBy({ writer }: Here): Goal[] {
  return writer.map(({ term }) => be(term));
}
