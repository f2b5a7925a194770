import { type FindingKind, keysOf, nearest, type Params, pointerOf } from '@portolan/base';
import type { Mend } from '../mend.ts';
import type { Parsed } from '../source/parse.ts';
import { leadsThroughLost } from '../source/salvage/lost.ts';
import { type Cursor, isObject, type Resolver, referenceOf } from './cursor.ts';
import { REFERENCE_BROKEN, REFERENCE_FILE_MISSING, REFERENCE_LOOP, REFERENCE_REMOTE } from './findings.ts';
import { isUrl, targetOf } from './location.ts';

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
 */
export function createResolver(files: ReadonlyMap<string, Parsed | undefined>, report: Report): TrackingResolver {
  const resolved = new Map<string, Cursor | undefined>();
  const known = new Map<string, Cursor>();
  const visited = new Set<string>();
  const reported = new Set<string>();
  return { follow: at => follow(at, new Set()), has: location => files.get(location)?.readable === true, visited };

  function follow(at: Cursor, chain: Set<string>): Cursor | undefined {
    const reference = referenceOf(at.value);
    if (reference === undefined) return at;
    // Most references are written many times over, and those that worked once need no second look.
    const written = `${at.source} ${reference}`;
    const before = known.get(written);
    if (before) return before;
    const target = targetOf(reference, at.source);
    const key = `${target.location}#${target.pointer}`;
    visited.add(key);
    if (resolved.has(key)) {
      const found = resolved.get(key);
      if (!found) complain(at, target.location, reference, key);
      else known.set(written, found);
      return found;
    }
    if (chain.has(key) || chain.size > MAX_STEPS) return fail(at, REFERENCE_LOOP, { reference });
    chain.add(key);
    const step = target.pointer === undefined ? undefined : walk(target.location, target.pointer, chain);
    const found = step && follow(step, chain);
    chain.delete(key);
    resolved.set(key, found);
    if (found) known.set(written, found);
    // A broken step further on has been reported where it stands; saying it again here would only hide it.
    if (!step) complain(at, target.location, reference, key);
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

  function complain(at: Cursor, location: string, reference: string, key: string): void {
    if (isUrl(location)) fail(at, REFERENCE_REMOTE, { reference });
    else if (!files.get(location)) fail(at, REFERENCE_FILE_MISSING, { reference, file: location });
    else if (!leadsThroughLost(files.get(location)?.lost, key.slice(location.length + 1)))
      fail(at, REFERENCE_BROKEN, { reference, ...whyBroken(location, key.slice(location.length + 1)) });
  }

  function whyBroken(location: string, pointer: string): { reason: string; hint: string } {
    const file = files.get(location) as Parsed;
    if (!file.readable) return { reason: `\`${location}\` is not readable`, hint: '' };
    if (!pointer.startsWith('/'))
      return { reason: 'its fragment is no JSON pointer', hint: ' A pointer starts with `#/`.' };
    const keys = keysOf(pointer);
    let value = file.value;
    for (const [index, key] of keys.entries()) {
      if (!isObject(value) && !Array.isArray(value))
        return { reason: `\`${keys[index - 1] ?? location}\` has no members`, hint: '' };
      if (!Object.hasOwn(value, key)) {
        const close = nearest(key, Object.keys(value));
        const hint = close === undefined ? '' : ` Did you mean \`${close}\`?`;
        return { reason: `there is no \`${key}\` in \`#${pointerOf('', ...keys.slice(0, index))}\``, hint };
      }
      value = (value as Record<string, unknown>)[key];
    }
    return { reason: 'what it names is itself a broken reference', hint: '' };
  }

  function fail(at: Cursor, kind: FindingKind, params: Params): undefined {
    const place = `${at.source}#${at.pointer}`;
    if (reported.has(place)) return undefined;
    reported.add(place);
    report(kind, { source: at.source, pointer: pointerOf(at.pointer, '$ref'), value: at.value }, params);
    return undefined;
  }
}
