import { isEqual } from '../../../evaluate/equal.ts';
import { NO, type Result, UNKNOWN, YES } from '../../../evaluate/model.ts';
import { both } from '../../../evaluate/run.ts';
import { isObject, typeOf } from '../../../json.ts';
import { matcherOf } from '../../../pattern/match.ts';
import { partSays } from './alone.ts';
import type { Part, Term, Type } from './part.ts';
import { judged } from './term.ts';

/** Something that a value which is looked for must be, or must not be. */
export type Goal =
  | { readonly kind: 'term'; readonly term: Term; readonly isMet: boolean; readonly watches?: Watches }
  | { readonly kind: 'part'; readonly part: Part; readonly isMet: boolean; readonly watches?: Watches }
  /** What `unevaluated…` says about all that `watch` did not see. */
  | {
      readonly kind: 'left';
      readonly part: Part;
      readonly isMet: boolean;
      readonly watch: Watch;
      readonly watches: Watches;
    }
  | { readonly kind: 'has'; readonly name: string; readonly isMet: boolean }
  /** There is a member whose name and whose value are such. */
  | { readonly kind: 'member'; readonly name: string | readonly Goal[]; readonly value: readonly Goal[] }
  /** There is an item that is such: the one at `at`, or one from `from` on. */
  | { readonly kind: 'item'; readonly at?: number; readonly from: number; readonly value: readonly Goal[] }
  /** So many items fit. */
  | { readonly kind: 'count'; readonly term: Term; readonly least: number; readonly most: number }
  /** So many items there are. */
  | { readonly kind: 'size'; readonly least: number; readonly most: number }
  /** Two items are equal. */
  | { readonly kind: 'twins' }
  | { readonly kind: 'type'; readonly type: Type }
  | { readonly kind: 'text'; readonly source: string; readonly isMet: boolean }
  | { readonly kind: 'values'; readonly values: readonly unknown[]; readonly isMet: boolean };

/** Sees what schemas say about members and items of one value, for an `unevaluated…` that stands around them. */
export interface Watch {
  readonly id: number;
}

export type Watches = readonly Watch[];

export const NO_WATCHES: Watches = [];

export function be(term: Term): Goal {
  return { kind: 'term', term, isMet: true };
}

export function notBe(term: Term): Goal {
  return { kind: 'term', term, isMet: false };
}

/** Whether a value is what a goal wants. */
export function meets(goal: Goal, value: unknown): Result {
  switch (goal.kind) {
    case 'term':
      return signed(judged(goal.term, value), goal.isMet);
    case 'part':
      return signed(partSays(goal.part, value), goal.isMet);
    case 'left':
      return UNKNOWN;
    case 'has':
      return signed(isObject(value) && Object.hasOwn(value, goal.name) ? YES : NO, goal.isMet);
    case 'member':
      return hasMember(goal, value);
    case 'item':
      if (!Array.isArray(value)) return NO;
      return some(value, (item, index) =>
        index < goal.from || (goal.at !== undefined && index !== goal.at) ? NO : meetsAll(goal.value, item),
      );
    case 'count':
      return counts(goal, value);
    case 'size':
      return Array.isArray(value) && value.length >= goal.least && value.length <= goal.most ? YES : NO;
    case 'twins':
      return Array.isArray(value) && value.some((one, at) => value.some((other, i) => i < at && isEqual(one, other)))
        ? YES
        : NO;
    case 'type':
      return isOfType(value, goal.type) ? YES : NO;
    case 'text': {
      if (typeof value !== 'string') return YES;
      const matcher = matcherOf(goal.source);
      const said = typeof matcher === 'string' ? undefined : matcher(value);
      return said === undefined ? UNKNOWN : said === goal.isMet ? YES : NO;
    }
    case 'values':
      return goal.values.some(one => isEqual(one, value)) === goal.isMet ? YES : NO;
  }
}

export function meetsAll(goals: readonly Goal[], value: unknown): Result {
  let result: Result = YES;
  for (const goal of goals) {
    result = both(result, meets(goal, value));
    if (result === NO) return NO;
  }
  return result;
}

/** True for values of a type; whole numbers are numbers. */
export function isOfType(value: unknown, type: Type): boolean {
  const found = typeOf(value);
  return (found === 'integer' ? 'number' : found) === type;
}

function signed(result: Result, isMet: boolean): Result {
  if (result === UNKNOWN || isMet) return result;
  return result === YES ? NO : YES;
}

function hasMember({ name, value: wanted }: Goal & { kind: 'member' }, value: unknown): Result {
  if (!isObject(value)) return NO;
  if (typeof name === 'string') return Object.hasOwn(value, name) ? meetsAll(wanted, value[name]) : NO;
  return some(Object.keys(value), key => both(meetsAll(name, key), meetsAll(wanted, value[key])));
}

function counts({ term, least, most }: Goal & { kind: 'count' }, value: unknown): Result {
  if (!Array.isArray(value)) return NO;
  const said = value.map(item => judged(term, item));
  const found = said.filter(result => result === YES).length;
  const perhaps = said.filter(result => result === UNKNOWN).length;
  if (found > most || found + perhaps < least) return NO;
  return found >= least && found + perhaps <= most ? YES : UNKNOWN;
}

function some<T>(list: readonly T[], test: (one: T, index: number) => Result): Result {
  let result: Result = NO;
  for (const [index, one] of list.entries()) {
    const said = test(one, index);
    if (said === YES) return YES;
    if (said === UNKNOWN) result = UNKNOWN;
  }
  return result;
}
