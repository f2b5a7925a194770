import type { Place } from '../tree/files.ts';
import { walk } from '../tree/kinds.ts';
import { referenceOf } from '../tree/nodes.ts';
import { walkSchema } from '../tree/schemas.ts';
import type { Slot } from '../tree/visitor.ts';
import { idOf, type Part, type State } from './state.ts';

/** Something of another file that the document needs, and the first reference to it. */
export interface Needed {
  readonly place: Place;
  readonly slot: Slot;
}

/** All references of a part, in its order. */
export function slotsOf({ node, kind, pointer, schemaFormat }: Part, major: 2 | 3): Slot[] {
  const slots: Slot[] = [];
  const visitor = { reference: (slot: Slot) => void slots.push(slot) };
  if (schemaFormat !== undefined) walkSchema(node, pointer, schemaFormat, visitor);
  else walk(node, kind, major, visitor, pointer);
  return slots;
}

/** A thing of another file as a part of the bundle, at a pointer. */
export function partOf({ location, node }: Place, { kind, schemaFormat }: Slot, pointer: string, major: 2 | 3): Part {
  const whole = kind === 'Schema' && major === 3 ? 'AnySchema' : kind;
  return { node, kind: whole, base: location, pointer, schemaFormat };
}

/** Everything of other files that a document needs, directly or through others, by its place. Changes nothing. */
export function discover({ location, files, version }: State, entry: Part): ReadonlyMap<string, Needed> {
  const needed = new Map<string, Needed>();
  const waiting = [entry];
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    for (const slot of slotsOf(part, version.major)) {
      const named = files.named(referenceOf(slot.node) ?? '', part.base);
      const place = named && files.follow(named);
      if (!place || place.location === location || needed.has(idOf(place))) continue;
      needed.set(idOf(place), { place, slot });
      waiting.push(partOf(place, slot, slot.pointer, version.major));
    }
  }
  return needed;
}

/** The largest of the things that are needed which holds a place inside of itself. */
export function around(needed: ReadonlyMap<string, Needed>, { location, pointer }: Place): Needed | undefined {
  const keys = pointer.split('/');
  for (let length = 1; length < keys.length; length++) {
    const found = needed.get(idOf({ location, pointer: keys.slice(0, length).join('/') }));
    if (found) return found;
  }
  return undefined;
}
