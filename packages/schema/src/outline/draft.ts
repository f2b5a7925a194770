import type { Constraint, Shape, ShapeKind } from '../shape.ts';

/** A shape under construction. */
export type Draft = { -readonly [Member in keyof Shape]: Shape[Member] };

const NO_CONSTRAINTS: readonly Constraint[] = Object.freeze([]);

/** A new draft; `done` makes it a shape. */
export function draft(kind: ShapeKind, type: string): Draft {
  return { kind, type, constraints: NO_CONSTRAINTS };
}

/** Freezes a draft and the lists it holds. Values of the user's document (`enum`, `default` …) are left as they are. */
export function done(shape: Draft): Shape {
  if (shape.constraints !== NO_CONSTRAINTS) for (const constraint of shape.constraints) Object.freeze(constraint);
  Object.freeze(shape.constraints);
  if (shape.properties) {
    for (const property of shape.properties) Object.freeze(property);
    Object.freeze(shape.properties);
  }
  if (shape.variants) Object.freeze(shape.variants);
  return Object.freeze(shape);
}

/** What stands where Portolan cannot look inside, with the reason as a sentence. */
export function opaque(reason: string, type = 'unknown', name?: string): Shape {
  const shape = draft('opaque', type);
  shape.notChecked = reason;
  if (name !== undefined) shape.name = name;
  return Object.freeze(shape);
}

/** Where a tree stops because the definition contains itself. */
export function recursion(kind: ShapeKind, type: string, name: string | undefined): Shape {
  const shape = draft(kind, type);
  shape.recursive = true;
  if (name !== undefined) shape.name = name;
  return Object.freeze(shape);
}
