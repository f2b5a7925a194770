import { lastKeyOf, pointerOf } from '@portolan/base';
import { type Cursor, isObject } from '../resolve/cursor.ts';
import type { ObjectKind } from './kinds.ts';

/**
 * A value on the way through a document. Its pointer is only put together when somebody asks, because most values are
 * right and nobody asks.
 */
export interface Spot {
  readonly value: unknown;
  readonly key: string | number;
  /** What the key is: a field of the specification, a key that the author chose, the place in a list. */
  readonly role: 'field' | 'entry' | 'item' | 'root';
  readonly parent: Spot | undefined;
  /** Where the walk began. */
  readonly start: Cursor;
  /** Levels below the start. */
  readonly depth: number;
  /** Version that the fields are counted by; a binding has its own. */
  readonly version: Version;
  /** What the value was found to be. */
  as: ObjectKind | undefined;
}

/** A version, and whether it is one that the document only implies. */
export interface Version {
  readonly number: number;
  /** As people read it: `AsyncAPI 3.1.0`, `binding version 0.5.0`. */
  readonly label: string;
  readonly implied?: boolean;
}

export function rootSpot(start: Cursor, version: Version): Spot {
  const key = lastKeyOf(start.pointer) ?? '';
  return { value: start.value, key, role: 'root', parent: undefined, start, depth: 0, version, as: undefined };
}

export function child(
  parent: Spot,
  role: Spot['role'],
  key: string | number,
  value: unknown,
  version = parent.version,
): Spot {
  return { value, key, role, parent, start: parent.start, depth: parent.depth + 1, version, as: undefined };
}

/** Where a spot stands, as everybody else wants it. */
export function cursorOf(spot: Spot): Cursor {
  const keys: (string | number)[] = [];
  let at = spot;
  for (; at.parent; at = at.parent) keys.push(at.key);
  return { source: spot.start.source, pointer: pointerOf(spot.start.pointer, ...keys.reverse()), value: spot.value };
}

/** The place of a member that may be missing or misnamed. */
export function memberOf(spot: Spot, key: string): Cursor {
  const { source, pointer } = cursorOf(spot);
  return { source, pointer: pointerOf(pointer, key), value: isObject(spot.value) ? spot.value[key] : undefined };
}

/** `2.4`, `0.3.0` and `2.6.0-rc1` as numbers that can be compared. */
export function versionNumber(text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const [major = 0, minor = 0, patch = 0] = text.split(/[.-]/).map(part => Number.parseInt(part, 10) || 0);
  const number = major * 1_000_000 + minor * 1000 + patch;
  // The tables name a few dozen versions; what documents name does not stay.
  if (numbers.size < 1_000) numbers.set(text, number);
  return number;
}

const numbers = new Map<string, number>();
