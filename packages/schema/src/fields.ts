import { compareText } from '@portolan/base';
import type { Shape } from './shape.ts';

/** A field that carries data: `amount.currency`, `items[].sku`, `labels{}`. */
export interface FieldShape {
  readonly path: string;
  readonly shape: Shape;
  /** True when a message without it is invalid: the field and everything around it is required. */
  readonly required: boolean;
}

/**
 * Sorted, unique paths of the leaves of a shape. Members are joined with `.`, `[]` stands for the items of a list and `{}`
 * for the values of a map. A list of scalars is a leaf itself (`tags`), and so is an object without known members.
 * A union contributes the fields of all its variants. A value that is no object has none.
 */
export function fields(shape: Shape): readonly string[] {
  return fieldsWithShapes(shape).map(field => field.path);
}

/** The same with the shape of each; of several shapes under one path (variants of a union) the first stands. */
export function fieldsWithShapes(shape: Shape): readonly FieldShape[] {
  const found = new Map<string, FieldShape>();
  collect(shape, '', true, found);
  found.delete('');
  return [...found.values()].sort((a, b) => compareText(a.path, b.path));
}

function collect(shape: Shape, path: string, required: boolean, found: Map<string, FieldShape>): void {
  if (isLeaf(shape)) {
    const known = found.get(path);
    if (!known) found.set(path, { path, shape, required });
    else if (required && !known.required) found.set(path, { ...known, required });
    return;
  }
  for (const property of shape.properties ?? []) {
    const step =
      shape.kind === 'list' ? `${path}[${property.name}]` : path ? `${path}.${property.name}` : property.name;
    collect(property.shape, step, required && property.required, found);
  }
  for (const variant of shape.variants ?? []) {
    if (shape.kind !== 'union' && isLeaf(variant)) continue;
    collect(variant, path, required && shape.variants?.length === 1, found);
  }
  if (!shape.items) return;
  if (shape.kind === 'list') collect(shape.items, isScalar(shape.items) ? path : `${path}[]`, false, found);
  else collect(shape.items, `${path}{}`, false, found);
}

function isLeaf(shape: Shape): boolean {
  if (shape.variants?.length) return false;
  if (shape.properties?.length) return false;
  return !shape.items || (shape.kind === 'list' && isScalar(shape.items));
}

/** True when nothing can be named inside: for a list of these, the list itself is the field. */
function isScalar(shape: Shape): boolean {
  return isLeaf(shape) || (shape.kind === 'union' && (shape.variants ?? []).every(isScalar));
}
