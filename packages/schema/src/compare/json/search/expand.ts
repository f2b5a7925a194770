import { namesOf } from '../../../evaluate/equal.ts';
import { isObject, type JsonObject } from '../../../json.ts';
import { be, type Goal, NO_WATCHES, notBe, type Watch, type Watches } from './goal.ts';
import type { Term } from './part.ts';
import { concerns, type Members, type Part, type Type } from './part.ts';
import { partsOf } from './parts.ts';

/**
 * What a goal comes to for values of one type: nothing, something that no such value meets, other goals that must all be
 * met, ways of which one must be gone, or a demand on the value itself (`leaf`).
 */
export type Expanded =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  | { readonly kind: 'leaf' }
  | { readonly kind: 'unclear'; readonly reason: string }
  | { readonly kind: 'all'; readonly goals: readonly Goal[] }
  | { readonly kind: 'any'; readonly ways: readonly Way[] };

/** Goals that together are one way. */
export type Way = readonly Goal[];

const ALWAYS: Expanded = { kind: 'always' };
const NEVER: Expanded = { kind: 'never' };
const LEAF: Expanded = { kind: 'leaf' };

/** Alternatives of which every combination is tried where it matters which of them fit. */
const MOST_WATCHED = 6;

export function expanded(goal: Goal, type: Type): Expanded {
  switch (goal.kind) {
    case 'term':
      return goal.isMet
        ? fitting(goal.term, type, goal.watches ?? NO_WATCHES)
        : refused(goal.term, type, goal.watches ?? NO_WATCHES);
    case 'part':
      return goal.isMet ? held(goal.part, type, goal.watches ?? NO_WATCHES) : broken(goal.part, type);
    case 'has':
    case 'member':
      if (type === 'object') return LEAF;
      return goal.kind === 'has' && !goal.isMet ? ALWAYS : NEVER;
    case 'item':
    case 'count':
    case 'size':
    case 'twins':
      return type === 'array' ? LEAF : NEVER;
    case 'type':
      return type === goal.type ? ALWAYS : NEVER;
    case 'text':
      return type === 'string' ? LEAF : ALWAYS;
    case 'values':
      return goal.isMet ? LEAF : otherThan(goal.values, type);
    default:
      return LEAF;
  }
}

let lastWatch = 0;

function newWatch(): Watch {
  return { id: ++lastWatch };
}

function fitting(term: Term, type: Type, watches: Watches): Expanded {
  const parts = partsOf(term).filter(part => concerns(part, type));
  if (parts.length === 0) return ALWAYS;
  return { kind: 'all', goals: asked(parts, watches) };
}

/** All parts of a schema as goals; where some are about what is left over, the others are watched. */
function asked(parts: readonly Part[], watches: Watches): Goal[] {
  const late = parts.filter(({ kind }) => kind === 'unevaluated');
  if (late.length === 0) return parts.map(part => goalOf(part, watches));
  const watch = newWatch();
  const inner = [...watches, watch];
  return parts.map(part =>
    part.kind === 'unevaluated' ? ({ kind: 'left', part, isMet: true, watch, watches } as const) : goalOf(part, inner),
  );
}

function goalOf(part: Part, watches: Watches): Goal {
  if (part.kind === 'required') return { kind: 'has', name: part.name, isMet: true };
  return { kind: 'part', part, isMet: true, watches };
}

/** A schema refuses a value when one of its parts does. */
function refused(term: Term, type: Type, watches: Watches): Expanded {
  const parts = partsOf(term).filter(part => concerns(part, type));
  const ways: Way[] = [];
  for (const part of parts) {
    if (part.kind !== 'unevaluated') {
      if (part.kind === 'types' && !part.types.has(type)) return ALWAYS;
      ways.push([{ kind: 'part', part, isMet: false }]);
      continue;
    }
    const goals = asked(
      parts.filter(other => other.kind !== 'unevaluated' || other === part),
      watches,
    );
    ways.push(goals.map(goal => (goal.kind === 'left' ? { ...goal, isMet: false } : goal)));
  }
  return oneOf(ways);
}

function oneOf(ways: readonly Way[]): Expanded {
  if (ways.length === 0) return NEVER;
  return ways.length === 1 ? { kind: 'all', goals: ways[0] as Way } : { kind: 'any', ways };
}

function all(goals: readonly Goal[]): Expanded {
  return { kind: 'all', goals };
}

/** What it takes for a part to hold. */
function held(part: Part, type: Type, watches: Watches): Expanded {
  if (!concerns(part, type)) return ALWAYS;
  const watched = (term: Term): Goal => ({ kind: 'term', term, isMet: true, watches });
  switch (part.kind) {
    case 'types':
      if (!part.types.has(type)) return NEVER;
      return type === 'number' && part.isWhole ? LEAF : ALWAYS;
    case 'never':
      return NEVER;
    case 'unclear':
      return { kind: 'unclear', reason: part.reason };
    case 'required':
      return all([{ kind: 'has', name: part.name, isMet: true }]);
    case 'dependent-name':
      return oneOf([
        [{ kind: 'has', name: part.because, isMet: false }],
        [{ kind: 'has', name: part.name, isMet: true }],
      ]);
    case 'dependent':
      return oneOf([
        [{ kind: 'has', name: part.because, isMet: false }],
        [{ kind: 'has', name: part.because, isMet: true }, watched(part.term)],
      ]);
    case 'all':
      return all(part.terms.map(watched));
    case 'any':
      return watches.length > 0 ? someOf(part.terms, watched) : oneOf(part.terms.map(term => [be(term)]));
    case 'one':
      return oneOf(
        part.terms.map((term, index) => [watched(term), ...part.terms.filter((_, at) => at !== index).map(notBe)]),
      );
    case 'not':
      return all([notBe(part.term)]);
    case 'conditional': {
      const { condition, consequence, alternative } = part;
      return oneOf([
        [watched(condition), ...(consequence ? [watched(consequence)] : [])],
        [notBe(condition), ...(alternative ? [watched(alternative)] : [])],
      ]);
    }
    case 'contains':
      if (part.isNoted && watches.length > 0) return { kind: 'unclear', reason: CONTAINS };
      return all([{ kind: 'count', term: part.term, least: part.least, most: part.most }]);
    default:
      return LEAF;
  }
}

const CONTAINS = 'what `contains` finds and what `unevaluatedItems` says about the rest are not compared together';

/** Every combination of alternatives that fit and alternatives that do not. */
function someOf(terms: readonly Term[], watched: (term: Term) => Goal): Expanded {
  if (terms.length > MOST_WATCHED) return { kind: 'unclear', reason: 'it has many alternatives below `unevaluated…`' };
  const ways: Way[] = [];
  for (let chosen = 1; chosen < 2 ** terms.length; chosen++) {
    ways.push(terms.map((term, index) => (chosen & (1 << index) ? watched(term) : notBe(term))));
  }
  return oneOf(ways);
}

/** What it takes for a part not to hold. */
function broken(part: Part, type: Type): Expanded {
  if (!concerns(part, type)) return NEVER;
  switch (part.kind) {
    case 'types':
      if (!part.types.has(type)) return ALWAYS;
      return type === 'number' && part.isWhole ? LEAF : NEVER;
    case 'never':
      return ALWAYS;
    case 'unclear':
      return { kind: 'unclear', reason: part.reason };
    case 'unique':
      return all([{ kind: 'twins' }]);
    case 'required':
      return all([{ kind: 'has', name: part.name, isMet: false }]);
    case 'dependent-name':
      return all([
        { kind: 'has', name: part.because, isMet: true },
        { kind: 'has', name: part.name, isMet: false },
      ]);
    case 'dependent':
      return all([{ kind: 'has', name: part.because, isMet: true }, notBe(part.term)]);
    case 'all':
      return oneOf(part.terms.map(term => [notBe(term)]));
    case 'any':
      return all(part.terms.map(notBe));
    case 'one':
      return oneOf([part.terms.map(notBe), ...pairs(part.terms)]);
    case 'not':
      return all([be(part.term)]);
    case 'conditional': {
      const { condition, consequence, alternative } = part;
      return oneOf([
        ...(consequence ? [[be(condition), notBe(consequence)]] : []),
        ...(alternative ? [[notBe(condition), notBe(alternative)]] : []),
      ]);
    }
    case 'contains':
      return oneOf([
        ...(part.least > 0 ? [[{ kind: 'count', term: part.term, least: 0, most: part.least - 1 } as const]] : []),
        ...(part.most < Number.POSITIVE_INFINITY
          ? [[{ kind: 'count', term: part.term, least: part.most + 1, most: Number.POSITIVE_INFINITY } as const]]
          : []),
      ]);
    case 'items':
      return oneOf([
        ...part.first.map((term, at) => [{ kind: 'item', at, from: 0, value: [notBe(term)] } as const]),
        ...(part.rest ? [[{ kind: 'item', from: part.first.length, value: [notBe(part.rest)] } as const]] : []),
      ]);
    case 'names':
      return all([{ kind: 'member', name: [notBe(part.term)], value: [] }]);
    case 'members':
      return oneOf(membersRefused(part));
    case 'values':
      return otherThan(part.values, type);
    default:
      return LEAF;
  }
}

/** Of objects and lists it takes a member or an item to be another one; of all else the value itself is demanded. */
function otherThan(values: readonly unknown[], type: Type): Expanded {
  if (type !== 'object' && type !== 'array') return LEAF;
  const those = values.filter(value => (type === 'array' ? Array.isArray(value) : isObject(value)));
  const [value, ...others] = those;
  if (others.length > 0) return all(those.map(one => ({ kind: 'values', values: [one], isMet: false })));
  if (Array.isArray(value)) return oneOf(otherLists(value));
  return isObject(value) ? oneOf(otherObjects(value)) : ALWAYS;
}

function otherLists(list: readonly unknown[]): Way[] {
  const { length } = list;
  return [
    ...(length > 0 ? [[{ kind: 'size', least: 0, most: length - 1 } as const]] : []),
    [{ kind: 'size', least: length + 1, most: Number.POSITIVE_INFINITY }],
    ...list.map(
      (item, at): Way => [{ kind: 'item', at, from: 0, value: [{ kind: 'values', values: [item], isMet: false }] }],
    ),
  ];
}

function otherObjects(object: JsonObject): Way[] {
  const names = namesOf(object);
  return [
    [{ kind: 'member', name: otherNames(names, []), value: [] }],
    ...names.map((name): Way => [{ kind: 'has', name, isMet: false }]),
    ...names.map(
      (name): Way => [{ kind: 'member', name, value: [{ kind: 'values', values: [object[name]], isMet: false }] }],
    ),
  ];
}

function membersRefused({ named, patterned, others }: Members): Way[] {
  return [
    ...[...named].map(([name, term]): Way => [{ kind: 'member', name, value: [notBe(term)] }]),
    ...patterned.map(
      ({ source, term }): Way => [
        { kind: 'member', name: [{ kind: 'text', source, isMet: true }], value: [notBe(term)] },
      ],
    ),
    ...(others
      ? [[{ kind: 'member', name: otherNames(named.keys(), patterned), value: [notBe(others)] } as const]]
      : []),
  ];
}

/** Names that neither are among these nor match one of the patterns. */
export function otherNames(names: Iterable<string>, patterned: readonly { readonly source: string }[]): Goal[] {
  return [
    { kind: 'values', values: [...names], isMet: false },
    ...patterned.map(({ source }): Goal => ({ kind: 'text', source, isMet: false })),
  ];
}

function pairs(terms: readonly Term[]): Way[] {
  return terms.flatMap((term, index) => terms.slice(0, index).map(other => [be(other), be(term)]));
}
