import type { Shape } from '@portolan/schema';

/** A part inside a shape, as the tree shows it. */
export interface Branch {
  readonly name: string;
  /** As the chart names fields: `amount.currency`, `items[].sku`, `labels{}`. */
  readonly path: string;
  readonly required: boolean;
  readonly shape: Shape;
}

/** What is drawn below a shape: its members, its alternatives, and the path both stand at. */
export interface Inside {
  readonly branches: readonly Branch[];
  readonly variants: readonly Shape[];
  readonly path: string;
}

const NOTHING: Omit<Inside, 'path'> = { branches: [], variants: [] };

/**
 * Looks into a shape. A list of things with members shows those members at once (path `…[]`), and a map those of its
 * values (path `…{}`), so that nobody opens a row that says nothing. Paths are those of the chart's fields.
 */
export function insideOf(shape: Shape, path: string): Inside {
  if (shape.kind === 'list' && !shape.properties?.length) {
    return shape.items && !isScalar(shape.items) ? insideOf(shape.items, `${path}[]`) : { ...NOTHING, path };
  }
  if (shape.kind === 'map' && !shape.properties?.length) {
    return shape.items ? insideOf(shape.items, `${path}{}`) : { ...NOTHING, path };
  }
  const branches = (shape.properties ?? []).map(property => ({
    name: shape.kind === 'list' ? `[${property.name}]` : property.name,
    path:
      shape.kind === 'list' ? `${path}[${property.name}]` : path === '' ? property.name : `${path}.${property.name}`,
    required: property.required,
    shape: property.shape,
  }));
  if (shape.items) branches.push(rest(shape, shape.items, path));
  return { branches, variants: shape.variants?.every(isBare) ? [] : (shape.variants ?? []), path };
}

/** What follows the named members: further items of a list, further fields of an object. */
function rest(shape: Shape, items: Shape, path: string): Branch {
  const [name, step] = shape.kind === 'list' ? ['further items', '[]'] : ['other fields', '{}'];
  return { name, path: `${path}${step}`, required: false, shape: items };
}

/** The shape of the values that a list or a map holds when they have no members to show. */
export function eachOf(shape: Shape): Shape | undefined {
  if (shape.properties?.length || !shape.items) return undefined;
  return insideOf(shape, '').branches.length + insideOf(shape, '').variants.length === 0 ? shape.items : undefined;
}

/** The path under which the chart lists a leaf: a map of plain values is named by its values. */
export function fieldPath(shape: Shape, path: string): string {
  return shape.kind === 'map' && shape.items && !shape.properties?.length ? fieldPath(shape.items, `${path}{}`) : path;
}

/** True for an alternative of which nothing can be said but its type, which the union's own type says already. */
function isBare({ kind, constraints, enum: values, description, format, name }: Shape): boolean {
  const plain = ['string', 'number', 'integer', 'boolean', 'null', 'bytes', 'any'].includes(kind);
  return plain && constraints.length === 0 && !values && !description && !format && !name;
}

function isScalar(shape: Shape): boolean {
  if (shape.properties?.length) return false;
  if (shape.variants?.length) return shape.kind === 'union' && shape.variants.every(isScalar);
  return !shape.items || (shape.kind === 'list' && isScalar(shape.items));
}
