import { keysOf } from '@portolan/base';
import { mergePatch } from '../normalise/trait.ts';
import { type Cursor, isObject, member, originOf } from '../resolve/cursor.ts';

/** The first member that is there, of names that drafts of the specification gave to one thing. */
export function firstOf(at: Cursor, ...names: readonly string[]): Cursor {
  const own = names.find(name => member(at, name).value !== undefined);
  return member(at, own ?? (names[0] as string));
}

/**
 * What stands at an XID (`/messagegroups/g/messages/m`) or, as drafts wrote it, at the same way after `#`. A part that is
 * named after a colon is left off. Undefined when there is nothing, or when the reference leads out of the registry.
 */
export function entityAt(root: Cursor, reference: string): Cursor | undefined {
  if (!isInside(reference)) return undefined;
  let at = root;
  for (const key of keysOf(reference.replace(/^#/, ''))) {
    const next = member(at, key);
    const part = key.indexOf(':');
    // What a colon names is inside the thing, and all the rest of the reference leads there.
    if (next.value === undefined && part > 0) {
      at = member(at, key.slice(0, part));
      break;
    }
    at = next;
  }
  return isObject(at.value) ? at : undefined;
}

/** Whether a reference is a way through the same registry. */
export function isInside(reference: string): boolean {
  return /^#?\/[^/]/.test(reference);
}

/** Messages that one is based on, one after the other, beyond which nobody goes. */
const MAX_BASES = 50;

/**
 * A message definition with what it borrows (`uri`) and what it extends (`basemessage`) merged in, still standing where it
 * is written. References that lead nowhere are told once each.
 */
export function withBase(root: Cursor, written: Cursor, broken: (at: Cursor) => void): Cursor {
  const layers: unknown[] = [written.value];
  const seen = new Set<string>([written.pointer]);
  for (let at = written; layers.length < MAX_BASES; ) {
    const reference = firstOf(at, 'basemessage', 'basemessageuri', 'basemessageurl', 'uri');
    if (typeof reference.value !== 'string') break;
    const base = entityAt(root, reference.value);
    // Dangling references are permitted where they leave the registry.
    if (!base && isInside(reference.value)) broken(reference);
    if (!base || seen.has(base.pointer)) break;
    seen.add(base.pointer);
    layers.unshift(base.value);
    at = base;
  }
  if (layers.length === 1) return written;
  const value = layers.reduce((merged, layer) => mergePatch(merged, layer));
  return { ...originOf(written), value };
}
