import type { Shape } from '@portolan/schema';
import { eachOf, insideOf } from '../../words/branch.ts';
import { constraintsInWords } from '../../words/constraint.ts';
import { variantLabels } from '../parts/schema-tree.ts';
import { valueInWords } from '../parts/shape-words.ts';
import { code, plain, table } from './text.ts';

const MOST_VALUES = 24;
const DEEPEST = 8;

/** A schema as one table, a row for each field by its path. Alternatives follow, each under its name. */
export function schemaTable(shape: Shape): string {
  const rows: string[][] = [];
  collect(shape, '', 0, rows);
  if (rows.length > 0) return table(['Field', 'Type', '', 'Meaning'], rows);
  return `${typeOf(shape)}${meaningOf(shape) === '' ? '' : `: ${meaningOf(shape)}`}`;
}

function collect(shape: Shape, path: string, depth: number, rows: string[][]): void {
  if (depth > DEEPEST) return;
  const { branches, variants, path: below } = insideOf(shape, path);
  for (const branch of branches) {
    const name = branch.shape.deprecated ? `~~${code(branch.path)}~~` : code(branch.path);
    rows.push([name, typeOf(branch.shape), branch.required ? 'required' : '', meaningOf(branch.shape)]);
    collect(branch.shape, branch.path, depth + 1, rows);
  }
  const labels = variantLabels(variants);
  variants.forEach((variant, index) => {
    rows.push([
      below === '' ? '' : code(below),
      typeOf(variant),
      '',
      `*${shape.type === 'anyOf' ? 'any' : 'one'} of:* ${plain(labels[index] as string)}${meaningOf(variant, '. ')}`,
    ]);
    collect(variant, below, depth + 1, rows);
  });
}

function typeOf(shape: Shape): string {
  return [code(shape.type), shape.format && plain(shape.format), shape.nullable && 'or null']
    .filter(Boolean)
    .join(', ');
}

function meaningOf(shape: Shape, before = ''): string {
  const each = eachOf(shape);
  const parts = [
    plain(shape.description ?? ''),
    shape.notChecked && `Not shown: ${plain(shape.notChecked)}.`,
    shape.recursive && 'Contains itself, shown above.',
    ...constraintsInWords(shape.constraints).map(plain),
    ...(each ? constraintsInWords(each.constraints).map(words => `each ${plain(words)}`) : []),
    shape.const !== undefined && `Always ${values([shape.const])}.`,
    shape.enum && `One of ${values(shape.enum)}.`,
    each?.enum && `Each one of ${values(each.enum)}.`,
    shape.default !== undefined && `Default ${values([shape.default])}.`,
    shape.examples?.length && `For example ${values(shape.examples.slice(0, 3))}.`,
  ].filter(part => typeof part === 'string' && part !== '');
  return parts.length === 0 ? '' : `${before}${parts.join('<br>')}`;
}

function values(all: readonly unknown[]): string {
  const shown = all.slice(0, MOST_VALUES).map(value => code(valueInWords(value)));
  return `${shown.join(', ')}${all.length > shown.length ? ` and ${all.length - shown.length} more` : ''}`;
}
