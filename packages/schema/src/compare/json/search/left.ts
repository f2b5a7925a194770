import { otherNames } from './expand.ts';
import { be, type Goal, notBe } from './goal.ts';
import type { Row } from './lists.ts';
import type { Group } from './objects.ts';
import type { Part } from './part.ts';

type Left = Goal & { kind: 'left' };

/** Parts about members or items that a watch saw. */
function seenBy(left: Left, leaves: readonly Goal[]): Part[] {
  const parts: Part[] = [];
  for (const goal of leaves) {
    if (goal.kind === 'part' && goal.isMet && goal.watches?.includes(left.watch)) parts.push(goal.part);
    // What is left over there is looked at there.
    if (goal.kind === 'left' && goal !== left && goal.isMet && goal.watches.includes(left.watch)) parts.push(goal.part);
  }
  return parts;
}

/** What `unevaluatedProperties` demands: of all members that nothing beside it speaks of, or of one. */
export function leftGroups(lefts: readonly Left[], leaves: readonly Goal[]): { groups: Group[]; demands: Goal[] } {
  const groups: Group[] = [];
  const demands: Goal[] = [];
  for (const left of lefts) {
    if (left.part.kind !== 'unevaluated') continue;
    const { term } = left.part;
    const named = new Map<string, undefined>();
    const patterned: Group['patterned'][number][] = [];
    let isAll = false;
    for (const part of seenBy(left, leaves)) {
      if (part.kind === 'unevaluated') isAll = true;
      if (part.kind !== 'members') continue;
      for (const name of part.named.keys()) named.set(name, undefined);
      patterned.push(...part.patterned.map(one => ({ ...one, term: undefined })));
      if (part.others) isAll = true;
    }
    if (left.isMet) {
      if (!isAll) groups.push({ named, patterned, others: term });
    } else if (isAll) demands.push({ kind: 'member', name: [], value: IMPOSSIBLE });
    else demands.push({ kind: 'member', name: otherNames(named.keys(), patterned), value: [notBe(term)] });
  }
  return { groups, demands };
}

const IMPOSSIBLE: readonly Goal[] = [{ kind: 'values', values: [], isMet: true }];

/** What `unevaluatedItems` demands. */
export function leftRows(lefts: readonly Left[], leaves: readonly Goal[]): { rows: Row[]; demands: Goal[] } {
  const rows: Row[] = [];
  const demands: Goal[] = [];
  for (const left of lefts) {
    if (left.part.kind !== 'unevaluated') continue;
    const { term } = left.part;
    let seen = 0;
    for (const part of seenBy(left, leaves)) {
      if (part.kind === 'unevaluated' || (part.kind === 'items' && part.rest)) seen = Number.POSITIVE_INFINITY;
      else if (part.kind === 'items') seen = Math.max(seen, part.first.length);
    }
    if (seen === Number.POSITIVE_INFINITY) {
      if (!left.isMet) demands.push({ kind: 'item', from: 0, value: IMPOSSIBLE });
    } else if (left.isMet) rows.push({ first: Array.from({ length: seen }, () => []), rest: [be(term)] });
    else demands.push({ kind: 'item', from: seen, value: [notBe(term)] });
  }
  return { rows, demands };
}
