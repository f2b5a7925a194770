import type { Lookup, Shape } from '../shape.ts';
import { opaque } from './draft.ts';

/** One attempt to draw a tree within its limits; shared by all readers. */
export interface Walk {
  readonly lookup: Lookup;
  /** Levels below the root that may be drawn. */
  readonly depth: number;
  /** Why a tree that reaches `depth` stops there. */
  readonly tooDeep: string;
  /** Parts that may still be drawn; below zero the attempt is over its budget. */
  left: number;
}

/** Most parts (nodes, and long texts and lists by their size) that one outline may hold. */
export const BUDGET = 5_000;

const TOO_LARGE = 'the whole is too large to show: it has more than 5,000 parts';

const DEPTHS = [8, 6, 4, 3, 2, 1];

/**
 * Draws the deepest tree that fits the budget, so that what is cut off is always the innermost.
 * A definition in which each level refers twice to the next would otherwise double with every level.
 */
export function withinBudget(lookup: Lookup, depth: number, draw: (walk: Walk) => Shape): Shape {
  const first: Walk = { lookup, depth, tooDeep: `nested deeper than ${depth} levels`, left: BUDGET };
  let shape = draw(first);
  if (first.left >= 0) return shape;
  for (const shallower of DEPTHS.filter(level => level < depth)) {
    const walk: Walk = { lookup, depth: shallower, tooDeep: TOO_LARGE, left: BUDGET };
    shape = draw(walk);
    if (walk.left >= 0) break;
  }
  return shape;
}

/** Takes parts from the budget. The shape to put instead when there are none left, or when it is too deep. */
export function spend(walk: Walk, depth: number, parts = 1): Shape | undefined {
  walk.left -= parts;
  if (walk.left < 0) return opaque(TOO_LARGE);
  return depth > walk.depth ? opaque(walk.tooDeep) : undefined;
}
