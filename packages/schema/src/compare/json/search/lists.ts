import { isEqual } from '../../../evaluate/equal.ts';
import { type Answer, found, NONE, OVERSPENT, type Search, unknown, worse } from './answer.ts';
import { be, type Goal, notBe } from './goal.ts';
import { keyOfGoals } from './keys.ts';
import { layouts, type Places } from './layouts.ts';
import { limit } from './texts.ts';

/** What items must be: the first ones one by one, the rest alike. */
export interface Row {
  readonly first: readonly (readonly Goal[])[];
  readonly rest: readonly Goal[];
}

interface Wanted {
  least: number;
  most: number;
  isUnique: boolean;
  hasTwins: boolean;
  readonly rows: Row[];
  readonly counts: (Goal & { kind: 'count' })[];
  readonly demands: (Goal & { kind: 'item' })[];
}

/** Items that are made. */
const MOST_ITEMS = 1_000;

/** Finds a list, or proves that there is none. `rows` are those that `unevaluatedItems` makes. */
export function findList(goals: readonly Goal[], rows: readonly Row[], search: Search): Answer {
  const wanted = wantedBy(goals, rows);
  const { demands, counts, hasTwins } = wanted;
  // Beyond these places all items are alike, and what nobody demands can be left out.
  const apart = Math.max(
    0,
    ...wanted.rows.map(({ first }) => first.length),
    ...demands.map(({ at, from }) => Math.max(from, at === undefined ? 0 : at + 1)),
  );
  const least = Math.max(wanted.least, ...demands.map(({ at }) => (at === undefined ? 1 : at + 1)));
  const demanded = demands.length + counts.reduce((sum, count) => sum + count.least, 0) + (hasTwins ? 2 : 0);
  const enough = Math.max(least, apart + demanded);
  if (least > wanted.most) return NONE;
  if (Math.min(enough, wanted.most) > MOST_ITEMS) return unknown('its lists would be very long');
  let answer: Answer = NONE;
  for (let length = least; length <= Math.min(enough, wanted.most); length++) {
    for (const places of layouts({ length, apart, demands, counts, hasTwins })) {
      if (search.overspent(1 + (length >> 4))) return OVERSPENT;
      const tried = filled(places, wanted, search);
      if (tried.kind === 'found') return tried;
      answer = worse(answer, tried);
    }
  }
  return answer;
}

function wantedBy(goals: readonly Goal[], rows: readonly Row[]): Wanted {
  const wanted: Wanted = {
    least: 0,
    most: Number.POSITIVE_INFINITY,
    isUnique: false,
    hasTwins: false,
    rows: [...rows],
    counts: [],
    demands: [],
  };
  for (const goal of goals) {
    if (goal.kind === 'item') wanted.demands.push(goal);
    else if (goal.kind === 'size') limit(goal, true, wanted);
    else if (goal.kind === 'twins') wanted.hasTwins = true;
    else if (goal.kind === 'count') {
      // That no item fits is said of each.
      if (goal.most <= 0) wanted.rows.push({ first: [], rest: [notBe(goal.term)] });
      if (goal.most > 0 || goal.least > 0) wanted.counts.push(goal);
    } else if (goal.kind === 'part') {
      const { part, isMet } = goal;
      if (part.kind === 'amount') limit(part, isMet, wanted);
      else if (part.kind === 'unique' && isMet) wanted.isUnique = true;
      else if (part.kind === 'items' && isMet) {
        wanted.rows.push({ first: part.first.map(term => [be(term)]), rest: part.rest ? [be(part.rest)] : [] });
      }
    }
  }
  return wanted;
}

/** Gives every place a value. */
function filled({ extras, twins }: Places, { rows, isUnique }: Wanted, search: Search): Answer {
  const goalsAt = extras.map((extra, at) => [...rows.flatMap(({ first, rest }) => first[at] ?? rest), ...extra]);
  if (twins) {
    if (isUnique) return NONE;
    const [one, other] = twins;
    const both = [...(goalsAt[one] ?? []), ...(goalsAt[other] ?? [])];
    goalsAt[one] = both;
    goalsAt[other] = both;
  }
  const list: unknown[] = [];
  const keys: string[] = [];
  let unclear: Answer | undefined;
  for (const goals of goalsAt) {
    const answer = search.find(goals);
    if (answer.kind === 'none') return NONE;
    if (answer.kind === 'unknown') unclear = answer;
    else if (!isUnique) list.push(answer.value);
    else {
      const key = keyOfGoals(goals, search.keys);
      const other = different(goals, answer, list, search);
      if (other.kind === 'found') {
        list.push(other.value);
        keys.push(key);
      } else if (other.kind === 'unknown') unclear = other;
      // All that there are of one kind are in the list: there are too few of them.
      else if (keys.every(known => known === key)) return NONE;
      else unclear = unknown('no list of different items was found');
    }
  }
  return unclear ?? found(list);
}

/** A value that is not in the list yet. */
function different(goals: readonly Goal[], answer: Answer, list: readonly unknown[], search: Search): Answer {
  if (answer.kind !== 'found' || !list.some(item => isEqual(item, answer.value))) return answer;
  return search.find([...goals, { kind: 'values', values: list, isMet: false }]);
}
