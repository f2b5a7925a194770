import { NO, UNKNOWN, YES } from '../../../evaluate/model.ts';
import { matcherOf } from '../../../pattern/match.ts';
import { type Answer, found, NONE, OVERSPENT, type Search, unknown, worse } from './answer.ts';
import { otherNames } from './expand.ts';
import { be, type Goal, meets, meetsAll } from './goal.ts';
import type { Patterned, Term } from './part.ts';
import { limit } from './texts.ts';

/** What all members must be, by name and by pattern. */
export interface Group {
  readonly named: ReadonlyMap<string, Term | undefined>;
  readonly patterned: readonly (Omit<Patterned, 'term'> & { readonly term: Term | undefined })[];
  readonly others: Term | undefined;
}

interface Wanted {
  least: number;
  most: number;
  readonly groups: Group[];
  readonly names: Goal[];
  readonly required: Set<string>;
  readonly forbidden: Set<string>;
  readonly demands: (Goal & { kind: 'member' })[];
}

/** Members that are made. */
const MOST_MEMBERS = 2_000;

/** Patterns of which every combination is tried. */
const MOST_PATTERNS = 8;

/** Finds an object, or proves that there is none. `groups` are those that `unevaluatedProperties` makes. */
export function findObject(goals: readonly Goal[], groups: readonly Group[], search: Search): Answer {
  const wanted = wantedBy(goals, groups);
  if (wanted.least > wanted.most) return NONE;
  for (const name of wanted.required) if (wanted.forbidden.has(name)) return NONE;
  if (wanted.least > MOST_MEMBERS) return unknown('its objects would have very many members');
  const members = new Map<string, readonly Goal[]>();
  for (const demand of wanted.demands) {
    if (typeof demand.name !== 'string') continue;
    members.set(demand.name, [...(members.get(demand.name) ?? []), ...demand.value]);
  }
  for (const name of wanted.required) if (!members.has(name)) members.set(name, []);
  const generic = wanted.demands.filter(({ name }) => typeof name !== 'string');
  return placed(generic, members, wanted, search);
}

function wantedBy(goals: readonly Goal[], groups: readonly Group[]): Wanted {
  const wanted: Wanted = {
    least: 0,
    most: Number.POSITIVE_INFINITY,
    groups: [...groups],
    names: [],
    required: new Set(),
    forbidden: new Set(),
    demands: [],
  };
  for (const goal of goals) {
    if (goal.kind === 'has') (goal.isMet ? wanted.required : wanted.forbidden).add(goal.name);
    else if (goal.kind === 'member') wanted.demands.push(goal);
    else if (goal.kind === 'part') {
      const { part, isMet } = goal;
      if (part.kind === 'amount') limit(part, isMet, wanted);
      else if (part.kind === 'members' && isMet) wanted.groups.push(part);
      else if (part.kind === 'names' && isMet) wanted.names.push(be(part.term));
    }
  }
  return wanted;
}

type Members = ReadonlyMap<string, readonly Goal[]>;

/** Finds places for what some member must be, then values for all. */
function placed(
  demands: readonly (Goal & { kind: 'member' })[],
  members: Members,
  wanted: Wanted,
  search: Search,
): Answer {
  const [demand, ...others] = demands;
  if (!demand || typeof demand.name === 'string') return filled(members, wanted, search);
  let answer: Answer = NONE;
  for (const { name, goals } of placesFor(demand.name, demand.value, members, wanted, search)) {
    if (search.overspent(1)) return OVERSPENT;
    if (name === undefined) {
      answer = worse(answer, unknown(goals as string));
      continue;
    }
    const tried = placed(others, new Map([...members, [name, goals as readonly Goal[]]]), wanted, search);
    if (tried.kind === 'found') return tried;
    answer = worse(answer, tried);
  }
  return answer;
}

type Place =
  | { readonly name: string; readonly goals: readonly Goal[] }
  /** Nobody can tell whether there is one here. */
  | { readonly name: undefined; readonly goals: string };

/** Members that could be what is demanded: new ones, those that schemas name, those that are there already. */
function* placesFor(
  name: readonly Goal[],
  value: readonly Goal[],
  members: Members,
  wanted: Wanted,
  search: Search,
): Generator<Place> {
  yield* newNames(name, value, members, wanted, search);
  for (const known of namesIn(wanted)) {
    if (members.has(known)) continue;
    yield* ifNamed(known, name, value);
  }
  for (const [known, goals] of members) yield* ifNamed(known, name, [...goals, ...value]);
}

function* ifNamed(name: string, wanted: readonly Goal[], goals: readonly Goal[]): Generator<Place> {
  const said = meetsAll(wanted, name);
  if (said === YES) yield { name, goals };
  else if (said === UNKNOWN) yield { name: undefined, goals: UNCLEAR_NAME };
}

const UNCLEAR_NAME = 'whether a pattern matches the name of a member could not be told';

function namesIn({ groups, required }: Wanted): Set<string> {
  const names = new Set(required);
  for (const { named } of groups) for (const name of named.keys()) names.add(name);
  return names;
}

/** Names to prefer for members that have none. */
const USUAL = ['extra', 'other'];

/** Names that no schema names, one for each combination of patterns that they match. */
function* newNames(
  name: readonly Goal[],
  value: readonly Goal[],
  members: Members,
  wanted: Wanted,
  search: Search,
): Generator<Place> {
  const sources = [...new Set(wanted.groups.flatMap(({ patterned }) => patterned.map(({ source }) => source)))];
  if (sources.length > MOST_PATTERNS) {
    yield { name: undefined, goals: 'its members have many patterns' };
    return;
  }
  const taken = otherNames(new Set([...namesIn(wanted), ...members.keys(), ...wanted.forbidden]), []);
  for (let matched = 0; matched < 2 ** sources.length; matched++) {
    const texts = sources.map((source, at): Goal => ({ kind: 'text', source, isMet: (matched & (1 << at)) !== 0 }));
    const matching = new Set(sources.filter((_, at) => (matched & (1 << at)) !== 0));
    const said = search.find([...asAsked(wanted.groups, matching), ...value]);
    if (said.kind === 'none') continue;
    const asked = [...name, ...taken, ...texts, ...wanted.names];
    const usual = USUAL.find(one => meetsAll(asked, one) === YES);
    const text = usual === undefined ? search.find(asked, ['string']) : found(usual);
    if (text.kind === 'none') continue;
    if (text.kind === 'unknown') yield { name: undefined, goals: text.reason };
    else if (said.kind === 'unknown') yield { name: undefined, goals: said.reason };
    else yield { name: String(text.value), goals: value };
  }
}

/** What groups ask of a member that none of them names and that matches these patterns. */
function asAsked(groups: readonly Group[], matching: ReadonlySet<string>): Goal[] {
  const goals: Goal[] = [];
  for (const { patterned, others } of groups) {
    const those = patterned.filter(({ source }) => matching.has(source));
    for (const { term } of those) if (term) goals.push(be(term));
    if (those.length === 0 && others) goals.push(be(others));
  }
  return goals;
}

/** What groups ask of the member of a name; a sentence where that cannot be told. */
function askedOf(name: string, groups: readonly Group[]): Goal[] | string {
  const goals: Goal[] = [];
  for (const { named, patterned, others } of groups) {
    let isKnown = named.has(name);
    const term = named.get(name);
    if (term) goals.push(be(term));
    for (const { source, term: inner } of patterned) {
      const matcher = matcherOf(source);
      const said = typeof matcher === 'string' ? undefined : matcher(name);
      if (said === undefined) return UNCLEAR_NAME;
      if (!said) continue;
      isKnown = true;
      if (inner) goals.push(be(inner));
    }
    if (!isKnown && others) goals.push(be(others));
  }
  return goals;
}

/** Gives every member a value, those that most is demanded of first, and adds others where there are too few. */
function filled(members: Members, wanted: Wanted, search: Search): Answer {
  if (members.size > wanted.most) return NONE;
  const object: Record<string, unknown> = {};
  let answer: Answer | undefined;
  for (const [name, extra] of [...members].sort(([, a], [, b]) => Math.min(b.length, 1) - Math.min(a.length, 1))) {
    const value = valueAt(name, extra, wanted, search);
    if (value.kind === 'none') return NONE;
    if (value.kind === 'unknown') answer = value;
    else put(object, name, value.value);
  }
  if (answer) return answer;
  if (members.size >= wanted.least) return found(object);
  for (const name of namesIn(wanted)) {
    if (Object.keys(object).length >= wanted.least) return found(object);
    if (Object.hasOwn(object, name)) continue;
    const value = valueAt(name, [], wanted, search);
    if (value.kind === 'found') put(object, name, value.value);
    else if (value.kind === 'unknown') answer = value;
  }
  while (Object.keys(object).length < wanted.least) {
    if (search.overspent(1)) return OVERSPENT;
    const taken = new Map(Object.keys(object).map(name => [name, []]));
    let isNew = false;
    for (const place of newNames([], [], taken, wanted, search)) {
      if (place.name === undefined) {
        answer = unknown(place.goals);
        continue;
      }
      const value = valueAt(place.name, [], wanted, search);
      if (value.kind !== 'found') continue;
      put(object, place.name, value.value);
      isNew = true;
      break;
    }
    if (!isNew) return answer ?? NONE;
  }
  return found(object);
}

function put(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
}

function valueAt(name: string, extra: readonly Goal[], wanted: Wanted, search: Search): Answer {
  if (wanted.forbidden.has(name)) return NONE;
  let isSure = true;
  for (const goal of wanted.names) {
    const said = meets(goal, name);
    if (said === NO) return NONE;
    if (said === UNKNOWN) isSure = false;
  }
  const asked = askedOf(name, wanted.groups);
  if (typeof asked === 'string') return unknown(asked);
  const answer = search.find([...asked, ...extra]);
  return answer.kind === 'found' && !isSure ? unknown(UNCLEAR_NAME) : answer;
}
