import { be, type Goal, notBe } from './goal.ts';

/** What is demanded of each place of a list besides what all lists of the schema demand, and two places that are to be equal. */
export interface Places {
  readonly extras: readonly (readonly Goal[])[];
  readonly twins?: readonly [one: number, other: number];
}

export interface Layout {
  readonly length: number;
  /** From here on all places are alike. */
  readonly apart: number;
  readonly demands: readonly (Goal & { kind: 'item' })[];
  readonly counts: readonly (Goal & { kind: 'count' })[];
  readonly hasTwins: boolean;
}

type Extras = readonly (readonly Goal[])[];

/** All ways to spread over the places of a list what some item must be, how many must fit, and which are equal. */
export function* layouts({ length, apart, demands, counts, hasTwins }: Layout): Generator<Places> {
  const empty: Extras = Array.from({ length }, () => NOTHING);
  for (const demanded of withDemands(demands, empty, apart)) {
    for (const extras of withCounts(counts, demanded, apart)) {
      if (!hasTwins) yield { extras };
      else yield* withTwins(extras, apart);
    }
  }
}

const NOTHING: readonly Goal[] = [];

function* withDemands(demands: Layout['demands'], extras: Extras, apart: number): Generator<Extras> {
  const [demand, ...others] = demands;
  if (!demand) {
    yield extras;
    return;
  }
  for (const place of different(extras, apart)) {
    if (place < demand.from || (demand.at !== undefined && place !== demand.at)) continue;
    yield* withDemands(others, extended(extras, [place], demand.value), apart);
  }
}

/** Places that are not like one before them. */
function different(extras: Extras, apart: number): number[] {
  const places: number[] = [];
  let isPlain = false;
  for (const [place, extra] of extras.entries()) {
    if (place >= apart && extra === NOTHING) {
      if (isPlain) continue;
      isPlain = true;
    }
    places.push(place);
  }
  return places;
}

function extended(extras: Extras, places: readonly number[], goals: readonly Goal[]): Extras {
  return extras.map((extra, place) => (places.includes(place) ? [...extra, ...goals] : extra));
}

function* withCounts(counts: Layout['counts'], extras: Extras, apart: number): Generator<Extras> {
  const [count, ...others] = counts;
  if (!count) {
    yield extras;
    return;
  }
  const isOpen = count.most === Number.POSITIVE_INFINITY;
  // Where there may be any number, those that nobody asks for may fit or not.
  const most = isOpen ? count.least : Math.min(count.most, extras.length);
  for (let size = count.least; size <= most; size++) {
    for (const chosen of choices(extras, apart, size, 0)) {
      const fitting = extended(extras, chosen, [be(count.term)]);
      if (isOpen) yield* withCounts(others, fitting, apart);
      else {
        const rest = [...extras.keys()].filter(place => !chosen.includes(place));
        yield* withCounts(others, extended(fitting, rest, [notBe(count.term)]), apart);
      }
    }
  }
}

/** So many places from one on; of those that are alike, the first. */
function* choices(extras: Extras, apart: number, size: number, from: number): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  let isPlain = false;
  for (let place = from; place <= extras.length - size; place++) {
    if (place >= apart && extras[place] === NOTHING) {
      if (isPlain) continue;
      isPlain = true;
    }
    for (const rest of choices(extras, apart, size - 1, place + 1)) yield [place, ...rest];
  }
}

function* withTwins(extras: Extras, apart: number): Generator<Places> {
  for (let one = 0; one < extras.length; one++) {
    for (let other = one + 1; other < extras.length; other++) {
      yield { extras, twins: [one, other] };
      // Those beyond are alike.
      if (
        other >= apart &&
        extras[other] === NOTHING &&
        extras[other - 1] === NOTHING &&
        other - 1 > one &&
        other - 1 >= apart
      )
        break;
    }
  }
}
