import { isMultiple } from '../../../evaluate/decimal.ts';
import { isEqual } from '../../../evaluate/equal.ts';
import { formatFacts } from '../../../evaluate/formats/format.ts';
import { type Answer, found, NONE, type Search, unknown } from './answer.ts';
import { type Decimal, decimalOf, leastCommon, numberOf, scaled } from './decimals.ts';
import type { Goal } from './goal.ts';

/** What is demanded of a number. */
interface Wanted {
  least: number;
  most: number;
  excludesLeast: boolean;
  excludesMost: boolean;
  /** It is a multiple of each of these, and of none of those. */
  readonly multiples: number[];
  readonly others: number[];
  readonly except: unknown[];
}

/** Finds a number, or proves that there is none. Values that an enumeration allows have been looked at before. */
export function findNumber(goals: readonly Goal[], search: Search): Answer {
  for (const wanted of wantedBy(goals)) {
    const answer = wanted.multiples.length > 0 ? stepping(wanted, search) : dense(wanted);
    if (answer.kind !== 'none') return answer;
  }
  return NONE;
}

/** One or more sets of demands: a number that is not of a machine's format is too small, too large, or not whole. */
function wantedBy(goals: readonly Goal[]): Wanted[] {
  const wanted: Wanted = {
    least: Number.NEGATIVE_INFINITY,
    most: Number.POSITIVE_INFINITY,
    excludesLeast: false,
    excludesMost: false,
    multiples: [],
    others: [],
    except: [],
  };
  let ways: Wanted[] = [wanted];
  for (const goal of goals) {
    if (goal.kind === 'values' && !goal.isMet) for (const way of ways) way.except.push(...goal.values);
    if (goal.kind !== 'part') continue;
    const { part, isMet } = goal;
    if (part.kind === 'values' && !isMet) for (const way of ways) way.except.push(...part.values);
    if (part.kind === 'types' && part.isWhole) for (const way of ways) (isMet ? way.multiples : way.others).push(1);
    if (part.kind === 'multiple') for (const way of ways) (isMet ? way.multiples : way.others).push(part.of);
    if (part.kind === 'bound') {
      const isLeast = (part.side === 'least') === isMet;
      for (const way of ways) bound(way, isLeast, part.limit, part.excludes === isMet);
    }
    if (part.kind === 'format') {
      const facts = formatFacts(part.format);
      if (typeof facts !== 'object') continue;
      if (isMet) {
        for (const way of ways) {
          bound(way, true, facts.least, false);
          bound(way, false, facts.most, false);
          if (facts.isWhole) way.multiples.push(1);
        }
      } else {
        ways = ways.flatMap(way => [
          ...(facts.isWhole ? [{ ...copied(way), others: [...way.others, 1] }] : []),
          bound(copied(way), true, facts.most, true),
          bound(copied(way), false, facts.least, true),
        ]);
      }
    }
  }
  return ways;
}

function copied(wanted: Wanted): Wanted {
  return { ...wanted, multiples: [...wanted.multiples], others: [...wanted.others], except: [...wanted.except] };
}

function bound(wanted: Wanted, isLeast: boolean, limit: number, excludes: boolean): Wanted {
  if (isLeast) {
    if (limit > wanted.least) wanted.excludesLeast = excludes;
    else if (limit === wanted.least) wanted.excludesLeast ||= excludes;
    wanted.least = Math.max(wanted.least, limit);
  } else {
    if (limit < wanted.most) wanted.excludesMost = excludes;
    else if (limit === wanted.most) wanted.excludesMost ||= excludes;
    wanted.most = Math.min(wanted.most, limit);
  }
  return wanted;
}

function isWithin(value: number, { least, most, excludesLeast, excludesMost }: Wanted): boolean {
  return (excludesLeast ? value > least : value >= least) && (excludesMost ? value < most : value <= most);
}

/** Undefined where it cannot be told. */
function fits(value: number, wanted: Wanted): boolean | undefined {
  if (!isWithin(value, wanted) || wanted.except.some(one => isEqual(one, value))) return false;
  for (const of of wanted.others) {
    const said = isMultiple(value, of);
    if (said !== false) return said === undefined ? undefined : false;
  }
  return true;
}

const NOTHING_FOUND = 'no number was found between its limits';

/** Numbers that people would think of first. */
const LIKELY = [1, 2, 0, 10, 5, 100, 0.5, 1.5, 19.5, -1, -0.5, 1000];

/** Where numbers are as close together as anybody likes, only single ones are excluded. */
function dense(wanted: Wanted): Answer {
  const { least, most } = wanted;
  // Beyond these JavaScript, like most readers of JSON, has no numbers.
  if (least >= Number.MAX_VALUE && wanted.excludesLeast) return NONE;
  if (most <= -Number.MAX_VALUE && wanted.excludesMost) return NONE;
  if (least > most || (least === most && (wanted.excludesLeast || wanted.excludesMost))) return NONE;
  if (least === most) return fits(least, wanted) === true ? found(least) : exactly(least, wanted);
  const from = Number.isFinite(least) ? least : Number.isFinite(most) ? most - 1 : 0;
  const width = (Number.isFinite(most) ? most : Math.max(from, 0) * 2 + 1) - from;
  const near = [least, most, least + 1, most - 1, least + 0.5, most - 0.5, Math.round(from + width / 2)];
  const inside = [1 / 2, 1 / 4, 1 / 8, 0.3, 0.7, 0.123, 0.0517, 0.0123, 0.00371, 0.98765].map(
    part => from + width * part,
  );
  const value = [...LIKELY, ...near, ...inside].find(one => Number.isFinite(one) && fits(one, wanted) === true);
  return value === undefined ? unknown(NOTHING_FOUND) : found(value);
}

function exactly(value: number, wanted: Wanted): Answer {
  return fits(value, wanted) === undefined ? unknown('it holds a number that is too large to calculate with') : NONE;
}

/** Steps that are tried. */
const MOST_STEPS = 5_000;

/** Where only multiples of something count, they are tried until what is excluded must repeat. */
function stepping(wanted: Wanted, search: Search): Answer {
  const step = wanted.multiples.map(decimalOf).reduce(leastCommon);
  const from = Number.isFinite(wanted.least) ? ceiled(decimalOf(wanted.least), step) : undefined;
  const to = Number.isFinite(wanted.most) ? floored(decimalOf(wanted.most), step) : undefined;
  if (from !== undefined && to !== undefined && from > to) return NONE;
  // After a period all that is excluded as a multiple comes again.
  const period = wanted.others.map(decimalOf).reduce((all, of) => {
    const common = leastCommon(step, of);
    const exponent = Math.min(common.exponent, step.exponent);
    const times = scaled(common, exponent) / scaled(step, exponent);
    return all * times;
  }, 1n);
  const enough = period + BigInt(wanted.except.length) * period + 2n;
  let tried = 0n;
  let isProof = true;
  for (const times of candidates(from, to)) {
    if (tried++ === enough) break;
    if (tried > MOST_STEPS || search.overspent(1)) return unknown(NOTHING_FOUND);
    const value = numberOf({ digits: times * step.digits, exponent: step.exponent });
    const said = value === undefined ? undefined : fits(value, wanted);
    if (said === true) return found(value);
    if (said === undefined) isProof = false;
  }
  return isProof ? NONE : unknown(NOTHING_FOUND);
}

/** From the end nearest to zero on. */
function* candidates(from: bigint | undefined, to: bigint | undefined): Generator<bigint> {
  if (from === undefined && to === undefined) {
    for (let times = 1n; ; times++) yield times;
  }
  if (from === undefined || (to !== undefined && to <= 0n)) {
    for (let times = to as bigint; from === undefined || times >= from; times--) yield times;
    return;
  }
  const start = from <= 1n && (to === undefined || to >= 1n) ? 1n : from;
  for (let times = start; to === undefined || times <= to; times++) yield times;
  for (let times = start - 1n; times >= from; times--) yield times;
}

function ceiled(value: Decimal, step: Decimal): bigint {
  return -floored({ ...value, digits: -value.digits }, step);
}

function floored(value: Decimal, step: Decimal): bigint {
  const exponent = Math.min(value.exponent, step.exponent);
  const [a, b] = [scaled(value, exponent), scaled(step, exponent)];
  const whole = a / b;
  return a % b < 0n ? whole - 1n : whole;
}
