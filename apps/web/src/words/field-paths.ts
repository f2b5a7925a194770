import { fieldPath, insideOf } from '@portolan/generate/words';
import type { Shape } from '@portolan/schema';

/** A field of a schema by its path, as readers name it: `items[].sku`. */
export interface FieldOf {
  readonly path: string;
  readonly shape: Shape;
}

/** How deep fields are looked for; what contains itself ends by itself. */
const DEPTH = 8;

/** Every field of a shape, each once, in the order of the schema. */
export function fieldPaths(shape: Shape): FieldOf[] {
  const found = new Map<string, FieldOf>();
  collect(shape, '', 0, found);
  return [...found.values()];
}

function collect(shape: Shape, path: string, depth: number, found: Map<string, FieldOf>): void {
  if (depth > DEPTH) return;
  const inside = insideOf(shape, path);
  for (const branch of inside.branches) {
    const own = fieldPath(branch.shape, branch.path);
    if (!found.has(own)) found.set(own, { path: own, shape: branch.shape });
    collect(branch.shape, branch.path, depth + 1, found);
  }
  for (const variant of inside.variants) collect(variant, inside.path, depth + 1, found);
}

/** The values that a field may have, where its schema lists them. */
export function valuesOf(shape: Shape): string[] {
  const own = shape.enum ?? shape.items?.enum ?? [];
  return own.filter(value => value !== null).map(String);
}
