import type { Shape } from '@portolan/schema';

/**
 * Paths of the parts of a shape that accept anything: without a type, or an object, list or map of nobody knows what. The
 * empty path is the whole. Where the tree stops, because it is too deep, recursive or not readable, nothing is claimed.
 */
export function openParts(shape: Shape): string[] {
  return [...new Set(collect(shape, ''))];
}

function collect(shape: Shape, path: string): string[] {
  if (shape.recursive) return [];
  if (isOpen(shape)) return [path];
  const { kind, properties = [], items, variants = [] } = shape;
  return [
    ...properties.flatMap(property => collect(property.shape, step(kind, path, property.name))),
    ...(items ? collect(items, kind === 'list' ? `${path}[]` : `${path}{}`) : []),
    // Beside members, alternatives only say which of the members go together.
    ...(kind === 'union' ? variants.flatMap(variant => collect(variant, path)) : []),
  ];
}

function isOpen({ kind, properties, items, variants, constraints, enum: values, const: value }: Shape): boolean {
  if (properties?.length || items || variants?.length || values || value !== undefined) return false;
  if (kind === 'any') return constraints.length === 0;
  if (kind !== 'object' && kind !== 'list' && kind !== 'map') return false;
  return !constraints.some(constraint => constraint.value === false);
}

function step(kind: Shape['kind'], path: string, name: string): string {
  if (kind === 'list') return `${path}[${name}]`;
  return path === '' ? name : `${path}.${name}`;
}
