import { formatOf } from '../normalise/format.ts';
import { asyncapi2 } from './asyncapi-2/grammar.ts';
import { asyncapi3 } from './asyncapi-3/grammar.ts';
import type { Field, Grammar, Kind, ObjectKind } from './kinds.ts';
import { versionNumber } from './spot.ts';

/** What stands at a place, as far as it can be told: the text may be damaged, and half of it not written yet. */
export interface Seen {
  readonly type: 'object' | 'list' | 'string' | 'number' | 'boolean' | 'null';
  /** The member or item of that key. */
  member(key: string): Seen | undefined;
  /** A text as it is written; undefined for everything else. */
  readonly text: string | undefined;
}

/** What may stand at a place of a document. */
export interface Expected {
  /** Concrete kinds: names, versions and languages are settled; what the text leaves open is several kinds. */
  readonly kinds: readonly Kind[];
  /** The kinds that a reference may lead to, where one may stand. */
  readonly references: readonly Kind[];
  /** Version that the fields of objects here are counted by. */
  readonly version: number;
}

/** A kind with what its alternatives are settled by. */
interface Step {
  readonly kind: Kind;
  readonly seen: Seen | undefined;
  readonly parent: Seen | undefined;
}

/**
 * What the grammar of a version expects at a place, walking from the document, or from a part of it, down some keys.
 * Never throws; a place that the grammar knows nothing about has no kinds.
 *
 * @param asyncapi version as written: `3.1.0`
 * @param keys from where the walk begins
 * @param root what stands there
 * @param start kinds of what stands there: of the document, unless it is a part that documents refer to
 */
export function expects(
  asyncapi: string,
  keys: readonly string[],
  root: Seen | undefined,
  start: readonly Kind[] = [{ is: 'named', name: 'Document' }],
): Expected {
  const grammar = asyncapi.startsWith('2.') ? asyncapi2 : asyncapi3;
  let version = versionNumber(asyncapi);
  let seen = root;
  let parent: Seen | undefined;
  let open = start.map(kind => settled(grammar, version, { kind, seen, parent }));
  for (const key of keys) {
    const next = seen?.member(key);
    const kinds = open.flatMap(({ kinds }) => kinds);
    version = kinds.reduce((least, kind) => (kind.is === 'object' ? versionIn(kind, seen, least) : least), version);
    parent = seen;
    seen = next;
    open = kinds.flatMap(kind => below(kind, key)).map(kind => settled(grammar, version, { kind, seen, parent }));
  }
  const kinds = open.flatMap(({ kinds }) => kinds);
  const references = open.flatMap(({ references }) => references);
  const own = kinds.reduce((least, kind) => (kind.is === 'object' ? versionIn(kind, seen, least) : least), version);
  return { kinds: [...new Set(kinds)], references, version: own };
}

/** The fields that an object kind has in a version, in the order of the table. */
export function fieldsIn({ fields }: ObjectKind, version: number): [string, Field][] {
  return Object.entries(fields).filter(([, { since, until }]) => {
    if (since !== undefined && version < versionNumber(since)) return false;
    return until === undefined || version <= versionNumber(until);
  });
}

/** Fields of a binding are counted by its own version, which defaults to the latest. */
function versionIn({ versions }: ObjectKind, seen: Seen | undefined, outer: number): number {
  if (!versions) return outer;
  const written = seen?.member('bindingVersion')?.text;
  return versionNumber(written !== undefined && versions.includes(written) ? written : (versions.at(-1) as string));
}

function below(kind: Kind, key: string): Kind[] {
  switch (kind.is) {
    case 'map':
      return [kind.of];
    case 'list':
      return /^\d+$/.test(key) ? [kind.of] : [];
    case 'object':
      return Object.hasOwn(kind.fields, key) ? [(kind.fields[key] as Field).kind] : [];
    case 'choice':
      return [...new Set(Object.values(kind.of).flatMap(one => below(one, key)))];
    default:
      return [];
  }
}

interface Settled {
  readonly kinds: readonly Kind[];
  readonly references: readonly Kind[];
}

const NONE: Settled = { kinds: [], references: [] };

function settled(grammar: Grammar, version: number, step: Step, depth = 0): Settled {
  const { kind, seen } = step;
  const again = (...next: readonly Kind[]) =>
    joined(next.map(one => settled(grammar, version, { ...step, kind: one }, depth + 1)));
  if (depth > 20) return NONE;
  switch (kind.is) {
    case 'named':
      return grammar[kind.name] ? again(grammar[kind.name] as Kind) : NONE;
    case 'fromVersion':
      return again(version < versionNumber(kind.version) ? kind.before : kind.kind);
    case 'either': {
      const fitting = kind.of.filter(one => takes(grammar, one, seen));
      return again(...(fitting.length > 0 ? fitting : kind.of));
    }
    case 'whenHas': {
      if (seen?.type !== 'object') return again(kind.otherwise, kind.then);
      return again(kind.members.some(name => seen.member(name)) ? kind.then : kind.otherwise);
    }
    case 'inFormat': {
      const written = step.parent?.member('schemaFormat')?.text;
      const format = formatOf(written);
      const known = format !== 'json-schema' || /draft-07/.test(written ?? '');
      return again((known && kind.of[format]) || { is: 'any' });
    }
    case 'referenceOr': {
      const inner = again(kind.to);
      const allowed = kind.since === undefined || version >= versionNumber(kind.since);
      return allowed ? { ...inner, references: [kind.to, ...inner.references] } : inner;
    }
    case 'reference':
      return { kinds: [], references: [kind.to] };
    case 'choice': {
      const chosen = seen?.member(kind.by)?.text;
      const one = chosen !== undefined && Object.hasOwn(kind.of, chosen) ? kind.of[chosen] : undefined;
      return { kinds: [one ?? kind], references: [] };
    }
    default:
      return { kinds: [kind], references: [] };
  }
}

function joined(all: readonly Settled[]): Settled {
  return { kinds: all.flatMap(({ kinds }) => kinds), references: all.flatMap(({ references }) => references) };
}

/** Whether a kind can be what is seen; what is not written yet can be anything. */
function takes(grammar: Grammar, kind: Kind, seen: Seen | undefined): boolean {
  if (!seen || seen.type === 'null') return true;
  switch (kind.is) {
    case 'any':
      return true;
    case 'string':
    case 'number':
    case 'boolean':
    case 'list':
      return seen.type === kind.is;
    case 'null':
      return false;
    case 'either':
      return kind.of.some(one => takes(grammar, one, seen));
    case 'named':
      return grammar[kind.name] !== undefined && takes(grammar, grammar[kind.name] as Kind, seen);
    case 'referenceOr':
      return seen.type === 'object' || takes(grammar, kind.to, seen);
    case 'whenHas':
      return takes(grammar, kind.then, seen) || takes(grammar, kind.otherwise, seen);
    default:
      return seen.type === 'object';
  }
}
