import { keysOf } from '@portolan/base';
import { type Cursor, isObject, items, type Json, member, type Resolver, referenceOf } from '../resolve/cursor.ts';
import { targetOf } from '../resolve/location.ts';

/**
 * A target with its traits merged in, still standing at the target's place.
 *
 * 3.x: an empty object, patched with each trait in order and with the target last, so the target's own words win.
 * 2.x: the target, patched with each trait in order, so the last trait wins.
 * Both by JSON Merge Patch (RFC 7386), on copies: shared messages stay as they are.
 */
export function withTraits(target: Cursor, version: 2 | 3, resolver: Resolver): Cursor {
  const written = member(target, 'traits');
  if (written.value === undefined) return target;
  const traits = items(written)
    .map(trait => resolver.follow(trait))
    .filter(trait => trait !== undefined && isObject(trait.value)) as Cursor[];
  if (traits.length === 0 || !isObject(target.value)) return target;
  const patches = traits.map(trait =>
    trait.source === target.source ? trait.value : anchoredAt(trait.value, trait.source),
  );
  const value = [
    ...(version === 3 ? [{}] : [target.value]),
    ...patches,
    ...(version === 3 ? [target.value] : []),
  ].reduce((merged, patch) => mergePatch(merged, patch));
  return { source: target.source, pointer: target.pointer, value };
}

/** RFC 7386: objects merge, null removes, everything else replaces. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const key of Object.keys(patch)) {
    if (patch[key] === null) delete result[key];
    else result[key] = mergePatch(result[key], patch[key]);
  }
  return result;
}

/** A copy whose references mean the same thing when they stand in another file. */
export function anchoredAt(value: unknown, source: string): unknown {
  if (Array.isArray(value)) return value.map(item => anchoredAt(item, source));
  if (!isObject(value)) return value;
  const reference = referenceOf(value);
  if (reference !== undefined) return { ...value, $ref: rooted(reference, source) } satisfies Json;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, anchoredAt(item, source)]));
}

function rooted(reference: string, source: string): string {
  const { location, pointer } = targetOf(reference, source);
  if (pointer === undefined) return reference;
  const path = location.includes('://') ? location : `/${location}`;
  return `${path}#${keysOf(pointer)
    .map(key => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('')}`;
}
