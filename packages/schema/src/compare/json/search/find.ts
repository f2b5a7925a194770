import { isEqual } from '../../../evaluate/equal.ts';
import { NO, UNKNOWN, YES } from '../../../evaluate/model.ts';
import { type Answer, found, NONE, OVERSPENT, type Search, unknown, worse } from './answer.ts';
import { expanded, type Way } from './expand.ts';
import { type Goal, isOfType, meets, meetsAll } from './goal.ts';
import { type Keys, keyOfGoal, keyOfGoals, newKeys } from './keys.ts';
import { leftGroups, leftRows } from './left.ts';
import { findList } from './lists.ts';
import { findNumber } from './numbers.ts';
import { findObject } from './objects.ts';
import { TYPES, type Type } from './part.ts';
import { bare } from './parts.ts';
import { findText } from './texts.ts';

/** A search that questions are put to, one after the other. */
export interface Finder {
  /** Looks for a value that meets all goals; gives up when one question takes too much of what all may take. */
  readonly ask: (goals: readonly Goal[]) => Answer;
  readonly keys: Keys;
}

/** What one question may take: so many of what all may take together. */
const SHARES = 5;

/** Whole messages are objects where they may; what is inside them, texts. */
const INSIDE: readonly Type[] = ['string', ...TYPES.filter(type => type !== 'string')];

/** Values inside values that are made. */
const DEEPEST = 60;

/**
 * A search for values. Each question is answered once; one that comes up while it is being answered is not met there: of
 * all values that answer it, the smallest has none of its kind inside.
 */
export function newSearch(mostSteps: number): Finder {
  const keys = newKeys();
  const answers = new Map<string, Answer>();
  const open = new Map<string, number>();
  let steps = 0;
  let spent = 0;
  let depth = 0;
  /** The outermost open question that what was proved lately depends on. */
  let lowest = Number.POSITIVE_INFINITY;
  const search: Search = { keys, find, overspent };
  return { ask, keys };

  function ask(goals: readonly Goal[]): Answer {
    spent += steps;
    steps = spent > mostSteps ? Number.POSITIVE_INFINITY : 0;
    return find(goals);
  }

  function overspent(more: number): boolean {
    steps += more;
    return steps > mostSteps / SHARES;
  }

  function find(goals: readonly Goal[], types: readonly Type[] = TYPES): Answer {
    if (overspent(1)) return OVERSPENT;
    const key = types === TYPES ? keyOfGoals(goals, keys) : `${types.join()} ${keyOfGoals(goals, keys)}`;
    const known = answers.get(key);
    if (known) return known;
    const asked = open.get(key);
    if (asked !== undefined) {
      lowest = Math.min(lowest, asked);
      return NONE;
    }
    if (depth >= DEEPEST) return unknown('it is nested too deeply to be compared');
    const before = lowest;
    lowest = Number.POSITIVE_INFINITY;
    open.set(key, depth++);
    const answer = ofTypes(goals, types === TYPES && depth > 1 ? INSIDE : types);
    open.delete(key);
    depth--;
    if (answer.kind === 'found' || lowest >= depth) lowest = Number.POSITIVE_INFINITY;
    if (answer !== OVERSPENT && (answer.kind !== 'none' || lowest === Number.POSITIVE_INFINITY))
      answers.set(key, answer);
    lowest = Math.min(lowest, before);
    return answer;
  }

  function ofTypes(goals: readonly Goal[], types: readonly Type[]): Answer {
    let answer: Answer = NONE;
    for (const type of types) {
      const tried = within({ waiting: [...goals], leaves: [], ways: [], seen: new Set() }, goals, type);
      if (tried.kind === 'found') return tried;
      answer = worse(answer, tried);
    }
    return answer;
  }

  /** Goes down one branch until only demands on the value itself and ways to choose from are left. */
  function within(branch: Branch, goals: readonly Goal[], type: Type): Answer {
    if (overspent(1)) return OVERSPENT;
    for (;;) {
      if (!settle(branch, type, search)) return NONE;
      if (!narrow(branch, type, keys)) return NONE;
      if (branch.waiting.length === 0) break;
    }
    if (branch.ways.length === 0) return valueIn(branch, goals, type);
    // What is demanded in any case may settle it: there is nothing, or something that happens to be right.
    const probed = valueIn(branch, goals, type, true);
    if (probed.kind === 'none') return NONE;
    if (probed.kind === 'found' && meetsAll(goals, probed.value) === YES) return probed;
    const [chosen, ...others] = [...branch.ways].sort((a, b) => a.length - b.length);
    let answer: Answer = NONE;
    for (const way of chosen ?? []) {
      const next = {
        ...branch,
        waiting: [...way],
        leaves: [...branch.leaves],
        ways: others,
        seen: new Set(branch.seen),
      };
      const tried = within(next, goals, type);
      if (tried.kind === 'found') return tried;
      answer = worse(answer, tried);
    }
    return answer;
  }

  /** A value of a type for demands on the value itself. A probe leaves aside what depends on choices. */
  function valueIn({ leaves, unclear }: Branch, goals: readonly Goal[], type: Type, isProbe = false): Answer {
    const listed = leaves.flatMap(goal => listedBy(goal) ?? []);
    if (listed.length > 0) return firstOf(leaves, goals, type);
    const left = isProbe ? [] : leaves.filter(goal => goal.kind === 'left');
    const answer = made(leaves, left, type);
    if (typeof unclear === 'string' && answer.kind === 'found') return unknown(unclear);
    return answer;
  }

  function made(leaves: readonly Goal[], left: readonly (Goal & { kind: 'left' })[], type: Type): Answer {
    switch (type) {
      case 'object': {
        const { groups, demands } = leftGroups(left, leaves);
        return findObject([...leaves, ...demands], groups, search);
      }
      case 'array': {
        const { rows, demands } = leftRows(left, leaves);
        return findList([...leaves, ...demands], rows, search);
      }
      case 'string':
        return findText(leaves, search);
      case 'number':
        return findNumber(leaves, search);
      default: {
        const values = type === 'null' ? [null] : [true, false];
        const value = values.find(one => leaves.every(goal => exceptsNot(goal, one)));
        return value === undefined ? NONE : found(value);
      }
    }
  }
}

/** What is left of goals for values of one type. */
interface Branch {
  waiting: Goal[];
  readonly leaves: Goal[];
  ways: readonly (readonly Way[])[];
  readonly seen: Set<string>;
  unclear?: string;
}

/** Expands what is waiting; false when it cannot be met. */
function settle(branch: Branch, type: Type, { keys, overspent }: Search): boolean {
  for (let next = branch.waiting.pop(); next; next = branch.waiting.pop()) {
    // A reference and what it leads to have the same key.
    const goal = next.kind === 'term' ? { ...next, term: bare(next.term) } : next;
    if (overspent(1)) {
      branch.unclear ??= OVERSPENT.reason;
      branch.waiting = [];
      return true;
    }
    const key = keyOfGoal(goal, keys);
    if (branch.seen.has(opposite(key))) return false;
    const isWatched = 'watches' in goal && goal.watches !== undefined && goal.watches.length > 0;
    if (branch.seen.has(key) && !isWatched && goal.kind !== 'left') continue;
    branch.seen.add(key);
    const said = expanded(goal, type);
    if (said.kind === 'never') return false;
    if (said.kind === 'leaf') branch.leaves.push(goal);
    else if (said.kind === 'unclear') branch.unclear ??= said.reason;
    else if (said.kind === 'all') branch.waiting.push(...said.goals);
    else if (said.kind === 'any') branch.ways = [...branch.ways, said.ways];
  }
  return true;
}

function opposite(key: string): string {
  return key.startsWith('+') ? `-${key.slice(1)}` : key.startsWith('-') ? `+${key.slice(1)}` : '';
}

/** Leaves out ways that are closed; where one is left it is gone. False when none is left. */
function narrow(branch: Branch, type: Type, keys: Keys): boolean {
  const open: (readonly Way[])[] = [];
  for (const ways of branch.ways) {
    const left = ways.filter(way => !way.some(goal => isClosed(goal, branch, type, keys)));
    const [only] = left;
    if (!only) return false;
    if (left.length === 1) branch.waiting.push(...only);
    else if (!left.some(way => way.every(goal => isDone(goal, branch, keys)))) open.push(left);
  }
  branch.ways = open;
  return true;
}

function isClosed(goal: Goal, branch: Branch, type: Type, keys: Keys): boolean {
  if (branch.seen.has(opposite(keyOfGoal(goal, keys)))) return true;
  if (goal.kind === 'part') return expanded(goal, type).kind === 'never';
  if (goal.kind !== 'term') return false;
  const said = expanded(goal, type);
  if (said.kind === 'all')
    return said.goals.some(inner => inner.kind === 'part' && expanded(inner, type).kind === 'never');
  return said.kind === 'never';
}

function isDone(goal: Goal, branch: Branch, keys: Keys): boolean {
  if (goal.kind === 'left' || ('watches' in goal && (goal.watches?.length ?? 0) > 0)) return false;
  return branch.seen.has(keyOfGoal(goal, keys));
}

/** The values of which a goal wants one. */
function listedBy(goal: Goal): readonly unknown[] | undefined {
  if (goal.kind === 'values') return goal.isMet ? [goal.values] : undefined;
  return goal.kind === 'part' && goal.isMet && goal.part.kind === 'values' ? [goal.part.values] : undefined;
}

/** Where the values are listed, each is tried. */
function firstOf(leaves: readonly Goal[], goals: readonly Goal[], type: Type): Answer {
  const lists = leaves.flatMap(goal => (listedBy(goal) ?? []) as (readonly unknown[])[]);
  const [shortest = []] = lists.sort((a, b) => a.length - b.length);
  let answer: Answer = NONE;
  for (const value of shortest) {
    if (!isOfType(value, type)) continue;
    const said = meetsAll(goals, value);
    if (said === YES) return found(value);
    if (said === UNKNOWN) answer = unknown('whether one of the listed values fits could not be told');
  }
  return answer;
}

function exceptsNot(goal: Goal, value: unknown): boolean {
  if (goal.kind === 'values') return goal.isMet === goal.values.some(one => isEqual(one, value));
  return goal.kind !== 'part' || goal.part.kind !== 'values' || meets(goal, value) !== NO;
}
