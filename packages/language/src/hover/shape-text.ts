import type { Shape } from '@portolan/schema';

/** Lines beyond which the rest of a shape is left out. */
const MAX_LINES = 40;
const MAX_DEPTH = 4;

/**
 * A shape as a tree in plain text:
 *
 * ```
 * Order: object
 *   id*: string (uuid)
 *   items: list of object
 *     sku: string
 * ```
 */
export function shapeText(shape: Shape, name?: string): string {
  const lines: string[] = [];
  add(name ?? nameOf(shape), shape, '', 0);
  const shown = lines.slice(0, MAX_LINES);
  return [...shown, ...(lines.length > shown.length ? [`… ${lines.length - shown.length} more lines`] : [])].join('\n');

  function add(label: string | undefined, of: Shape, indent: string, depth: number): void {
    lines.push(`${indent}${label === undefined ? '' : `${label}: `}${typeOf(of)}`);
    if (depth < MAX_DEPTH && lines.length <= MAX_LINES) inside(of, `${indent}  `, depth + 1);
  }

  function inside(of: Shape, indent: string, depth: number): void {
    for (const { name: key, required, shape: inner } of of.properties ?? []) {
      add(`${key}${required ? '*' : ''}`, inner, indent, depth);
    }
    if (of.items && (of.kind === 'list' || of.kind === 'map')) inside(of.items, indent, depth);
    for (const variant of of.variants ?? []) add(`| ${nameOf(variant) ?? ''}`.trimEnd(), variant, indent, depth);
  }
}

/** What people call a shape; definitions are known by the place where they stand, whose last key is their name. */
function nameOf({ name, title }: Shape): string | undefined {
  return name === undefined ? title : name.slice(name.lastIndexOf('/') + 1);
}

/** The type of a shape in one line. */
function typeOf(shape: Shape): string {
  const { kind, format, nullable, items, constraints, recursive, notChecked } = shape;
  const values = shape.const === undefined ? shape.enum : [shape.const];
  const type = kind === 'list' && items ? `list of ${typeOf(items)}` : shape.type;
  const notes = [
    format,
    nullable ? 'or null' : undefined,
    ...constraints.slice(0, 3).map(({ name, value }) => `${name} ${JSON.stringify(value)}`),
    recursive ? 'again' : undefined,
    shape.deprecated ? 'deprecated' : undefined,
    notChecked,
  ].filter(note => note !== undefined);
  const choice = values && values.length > 0 ? ` = ${listed(values)}` : '';
  return `${type}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}${choice}`;
}

function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, 6).map(value => JSON.stringify(value));
  return `${shown.join(' | ')}${values.length > shown.length ? ' | …' : ''}`;
}
