import { digestOf } from '@portolan/base';
import type { Shape } from '@portolan/schema';
import { insideOf } from './branch.ts';

/** A part of a schema in two versions, as a table of both shows it. */
export interface SideRow {
  readonly name: string;
  /** As the chart names fields; '' is the whole. */
  readonly path: string;
  /** How deep it stands: 0 is the whole. */
  readonly depth: number;
  /** What this part itself says; what is inside it has rows of its own. Absent where the version does not have it. */
  readonly before?: SideCell;
  readonly after?: SideCell;
  readonly change: 'same' | 'changed' | 'added' | 'removed';
}

/** What one version says about a part. */
export interface SideCell {
  readonly required: boolean;
  readonly shape: Shape;
}

/** Levels that are compared; deeper parts are told by the row that holds them. */
const DEEPEST = 30;

/** Rows of one table: more are no help to anybody. */
const MOST_ROWS = 5_000;

/**
 * Two versions of a schema part by part: members that have the same name stand beside each other, in the order of the
 * later version, and what is gone stands where it stood.
 */
export function sideBySide(before: Shape | undefined, after: Shape | undefined): SideRow[] {
  const rows: SideRow[] = [];
  const cell = (shape: Shape | undefined) => shape && { required: true, shape };
  add('', '', 0, cell(before), cell(after));
  return rows;

  function add(name: string, path: string, depth: number, left?: SideCell, right?: SideCell): void {
    if (rows.length >= MOST_ROWS) return;
    rows.push({
      name,
      path,
      depth,
      ...(left && { before: left }),
      ...(right && { after: right }),
      change: changeOf(left, right),
    });
    if (depth >= DEEPEST) return;
    const [old, young] = [partsOf(left, path), partsOf(right, path)];
    for (const key of merged([...old.keys()], [...young.keys()])) {
      const [a, b] = [old.get(key), young.get(key)];
      const part = b ?? a;
      if (part) add(part.name, part.path, depth + 1, a, b);
    }
  }
}

interface Part extends SideCell {
  readonly name: string;
  readonly path: string;
}

/** Members and alternatives, each under a key by which it is found again in the other version. */
function partsOf(cell: SideCell | undefined, path: string): Map<string, Part> {
  if (!cell || cell.shape.recursive) return new Map();
  const { branches, variants, path: inner } = insideOf(cell.shape, path);
  const parts = new Map<string, Part>(branches.map(branch => [branch.path, branch]));
  for (const [index, shape] of variants.entries()) {
    const name = shape.name ?? shape.title ?? `alternative ${index + 1}`;
    parts.set(`${inner}|${name}`, { name, path: inner, required: false, shape });
  }
  return parts;
}

/** The keys of both in the order of the second; those of the first alone follow what they followed. */
function merged(before: readonly string[], after: readonly string[]): string[] {
  const known = new Set(after);
  const order = [...after];
  for (const [index, key] of before.entries()) {
    if (known.has(key)) continue;
    const previous = before[index - 1];
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, key);
  }
  return order;
}

function changeOf(before: SideCell | undefined, after: SideCell | undefined): SideRow['change'] {
  if (!before) return 'added';
  if (!after) return 'removed';
  const same = before.required === after.required && digestOf(said(before.shape)) === digestOf(said(after.shape));
  return same ? 'same' : 'changed';
}

/** What a shape says by itself. A list or map whose items have no rows says what they are, too. */
function said({ properties, variants, items, name, ...own }: Shape): object {
  const plain = items && insideOf({ ...own, items }, '').branches.length === 0 ? said(items) : null;
  const members = (properties ?? []).length > 0 || (variants ?? []).length > 0;
  return { ...own, items: plain, members };
}
