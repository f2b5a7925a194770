import type { Finding, Origin, Range } from '@portolan/base';
import { keyOf, type Lookups, type Placed } from '../context.ts';

/** Something that a document lacks: where it belongs, and what it is in one sentence. */
export interface Missing {
  readonly origin: Origin;
  /** Present where the text was at hand. */
  readonly range?: Range;
  readonly what: string;
}

/** What the score is made of: the facts of a document, and what is to be said about it. */
export interface Judged extends Lookups {
  readonly findings: readonly Finding[];
}

/** How a document fares by one criterion: of so many parts, these are not as they should be. */
export interface Share {
  /** At least one. */
  readonly parts: number;
  /** At most as many as there are parts. */
  readonly missing: readonly Missing[];
}

/** One way in which a document can be good, worth so many points. */
export interface Criterion {
  /** Identity, in small letters: `messages-described`. */
  readonly id: string;
  /** What a good document does, in one sentence. */
  readonly says: string;
  /** Points for doing it everywhere. */
  readonly of: number;
  readonly share: (judged: Judged) => Share;
}

/** The share of a criterion that a document meets or does not. */
export function whole(good: boolean, origin: Origin, what: string): Share {
  return { parts: 1, missing: good ? [] : [{ origin, what }] };
}

/**
 * The share of a criterion that each node of a kind meets or does not. Where there is no such node the criterion is not
 * met, because an empty document is no good one; so adding the first node never costs points.
 */
export function each<T extends Placed>(
  nodes: readonly T[],
  { contract }: Judged,
  none: string,
  lack: (node: T) => string | undefined,
): Share {
  if (nodes.length === 0) return whole(false, contract.origin, none);
  const missing = nodes.flatMap(node => {
    const what = lack(node);
    return what === undefined ? [] : [{ origin: keyOf(node), what }];
  });
  return { parts: nodes.length, missing };
}

/** The share of a criterion that each finding takes from: the first costs half, and more of them nearly all. */
export function without(findings: readonly Finding[]): Share {
  const missing = findings.map(({ origin, code, message }) => ({ origin, what: `${code}: ${message}` }));
  return { parts: missing.length + 1, missing };
}
