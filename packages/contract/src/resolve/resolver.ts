import { type FindingKind, keysOf, type Params, pointerOf } from '@portolan/base';
import type { Mend } from '../mend.ts';
import { complaintAbout, type Files } from './complaint.ts';
import { type Cursor, type Resolver, referenceOf } from './cursor.ts';
import { REFERENCE_LOOP } from './findings.ts';
import { type Target, targetOf } from './location.ts';

export type Report = (kind: FindingKind, at: Cursor, params?: Params, mend?: Mend) => void;

/** A resolver that also tells what was ever referred to. */
export interface TrackingResolver extends Resolver {
  /** `location#pointer` of everything that a reference named, the steps of chains included. */
  readonly visited: ReadonlySet<string>;
}

/** References that lead from one to the next before a thing is reached; nobody needs more. */
const MAX_STEPS = 100;

/**
 * Follows references through files. Every reference is resolved once and remembered, so a document whose definitions name
 * each other many times costs no more than its length.
 *
 * @param more what is known of files that could not be loaded
 */
export function createResolver(
  files: Files['files'],
  report: Report,
  more: Omit<Files, 'files'> = {},
): TrackingResolver {
  const resolved = new Map<string, Cursor | undefined>();
  /** What a reference that worked leads to, by the file it stands in and by its text. */
  const known = new Map<string, Map<string, Cursor>>();
  const visited = new Set<string>();
  const reported = new Set<string>();
  return {
    follow: at => quickly(at) ?? follow(at, new Set()),
    has: location => files.get(location)?.readable === true,
    visited,
  };

  /** Most values are no references, and most references are written many times over: those that worked once need no second look. */
  function quickly(at: Cursor): Cursor | undefined {
    const reference = referenceOf(at.value);
    return reference === undefined ? at : known.get(at.source)?.get(reference);
  }

  function remember(source: string, reference: string, found: Cursor): void {
    const inSource = known.get(source) ?? new Map<string, Cursor>();
    known.set(source, inSource.set(reference, found));
  }

  function follow(at: Cursor, chain: Set<string>): Cursor | undefined {
    const before = quickly(at);
    const reference = referenceOf(at.value);
    if (before || reference === undefined) return before;
    const target = targetOf(reference, at.source);
    const key = `${target.location}#${target.pointer}`;
    visited.add(key);
    if (resolved.has(key)) {
      const found = resolved.get(key);
      if (!found) complain(at, reference, target);
      else remember(at.source, reference, found);
      return found;
    }
    if (chain.has(key) || chain.size > MAX_STEPS)
      return fail(at, REFERENCE_LOOP, { reference, cycle: cycleOf(chain, key, at.source) });
    chain.add(key);
    const step = target.pointer === undefined ? undefined : walk(target.location, target.pointer, chain);
    const found = step && follow(step, chain);
    chain.delete(key);
    resolved.set(key, found);
    if (found) remember(at.source, reference, found);
    // A broken step further on has been reported where it stands; saying it again here would only hide it.
    if (!step) complain(at, reference, target);
    return found;
  }

  /** The value at a pointer; a reference on the way is followed, as `#/channels/a/messages/b` demands when `a` is one. */
  function walk(location: string, pointer: string, chain: Set<string>): Cursor | undefined {
    const file = files.get(location);
    if (!file?.readable) return undefined;
    let at: Cursor = { source: location, pointer: '', value: file.value };
    // Into a file that is kept as text (RAML, Protobuf) a pointer leads by rules that are not JSON's: the whole answers.
    if (typeof file.value === 'string') return at;
    for (const key of keysOf(pointer)) {
      if (referenceOf(at.value) !== undefined && !Object.hasOwn(at.value as object, key)) {
        const through = follow(at, chain);
        if (!through) return undefined;
        at = through;
      }
      const { value } = at;
      if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
      at = { source: at.source, pointer: pointerOf(at.pointer, key), value: (value as Record<string, unknown>)[key] };
    }
    return at;
  }

  function complain(at: Cursor, reference: string, { location, pointer }: Target): void {
    const complaint = complaintAbout({ reference, location, pointer }, { files, ...more });
    if (complaint) fail(at, complaint.kind, complaint.params);
  }

  function fail(at: Cursor, kind: FindingKind, params: Params): undefined {
    const place = `${at.source}#${at.pointer}`;
    if (reported.has(place)) return undefined;
    reported.add(place);
    report(kind, { source: at.source, pointer: pointerOf(at.pointer, '$ref'), value: at.value }, params);
    return undefined;
  }
}

/** The references that lead in a circle, in their order: `#/a → #/b → #/a`. */
function cycleOf(chain: ReadonlySet<string>, key: string, source: string): string {
  const keys = [...chain];
  const circle = keys.includes(key) ? [...keys.slice(keys.indexOf(key)), key] : keys.slice(0, 5).concat('…');
  return circle.map(step => `\`${step.startsWith(`${source}#`) ? step.slice(source.length) : step}\``).join(' → ');
}
