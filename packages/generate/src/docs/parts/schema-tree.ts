import type { Shape } from '@portolan/schema';
import { type Branch, fieldPath, insideOf } from '../../words/branch.ts';
import { count } from '../../words/count.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { prose } from '../prose.ts';
import { icon } from './icon.ts';
import { anchor } from './section.ts';
import { limits, typed } from './shape-words.ts';

/** Names of the services that read a field, by the path of the field. */
export type ReadersByField = ReadonlyMap<string, readonly string[]>;

interface Tree {
  /** Before the path of each field in its address: `payload.`, so that `#payload.amount.currency` leads there. */
  readonly prefix: string;
  readonly readers: ReadersByField;
}

/** Levels that are open from the start. */
const OPEN = 3;
const MOST_READERS = 3;

/** A schema as a tree that can be read without knowing the language it is written in. It opens and closes without a script. */
export function schemaTree(shape: Shape, prefix: string, readers: ReadersByField = new Map()): Html {
  const inner = insideOf(shape, '');
  const folds = [...inner.branches.map(branch => branch.shape), ...inner.variants].some(hasInside);
  return html`<div class="schema"><div class="schema-head"><span class="schema-root">${typed(shape)}</span>${
    folds ? html`<span data-fold></span>` : NOTHING
  }</div>${prose(shape.description)}${limits(shape)}${inside(shape, '', 0, { prefix, readers })}</div>`;
}

/** The address of a field within its page. */
export function fieldAnchor(prefix: string, path: string): string {
  return `${prefix}${path.replace(/\s+/g, '_')}`;
}

function inside(shape: Shape, path: string, depth: number, tree: Tree): Html {
  const { branches, variants, path: below } = insideOf(shape, path);
  const rows = branches.map(branch => row(branch, depth, tree));
  return html`${rows.length > 0 ? html`<ul class="schema-list">${rows}</ul>` : NOTHING}${
    variants.length > 0 ? alternatives(shape, variants, below, depth, tree) : NOTHING
  }`;
}

function row(branch: Branch, depth: number, tree: Tree): Html {
  const { shape, path, name, required } = branch;
  const id = fieldAnchor(tree.prefix, path);
  const line = html`<span class="schema-name mono">${
    shape.deprecated ? html`<span class="schema-deprecated">${name}</span>` : name
  }</span>${typed(shape, name)}${required ? html`<span class="schema-required">required</span>` : NOTHING}${readBy(
    tree.readers.get(fieldPath(shape, path)) ?? [],
  )}`;
  const words = html`<div class="schema-words">${prose(
    shape.description ?? (shape.title === shape.name ? undefined : shape.title),
  )}${limits(shape)}</div>`;
  const size = sizeOf(shape);
  const body =
    size === 0
      ? html`<div class="schema-line">${line}</div>${words}`
      : html`<details class="schema-more"${depth < OPEN ? html` open` : NOTHING}><summary class="schema-line"><span class="schema-chevron">${icon('chevron', 12)}</span>${line}<span class="schema-size faint">${count(size, 'part')}</span></summary>${words}${inside(shape, path, depth + 1, tree)}</details>`;
  return html`<li class="schema-row" id="${id}">${anchor(id, `the field ${path}`)}${body}</li>
`;
}

function alternatives(shape: Shape, variants: readonly Shape[], path: string, depth: number, tree: Tree): Html {
  const labels = variantLabels(variants);
  const items = variants.map((variant, index) => {
    const own = { ...tree, prefix: `${tree.prefix}${labels[index]?.replace(/\s+/g, '_')}:` };
    const inner = html`${prose(variant.description)}${limits(variant)}${inside(variant, path, depth + 1, own)}`;
    return html`<details class="schema-variant"${index === 0 ? html` open` : NOTHING}><summary class="schema-line"><span class="schema-chevron">${icon('chevron', 12)}</span><span class="strong">${labels[index]}</span>${
      variant.name === undefined ? NOTHING : typed({ ...variant, name: labels[index] as string }, labels[index])
    }</summary><div class="schema-variant-body">${inner}</div></details>`;
  });
  const words = `${shape.type === 'anyOf' ? 'Any' : 'One'} of ${count(variants.length, 'alternative')}`;
  return html`<div class="schema-variants"><p class="faint">${words}</p>${items}</div>`;
}

/** What the alternatives are called; those of one name are numbered. */
export function variantLabels(variants: readonly Shape[]): string[] {
  const names = variants.map(variant => variant.name ?? variant.title ?? variant.type);
  return names.map((name, index) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} ${index + 1}`));
}

function readBy(names: readonly string[]): Html {
  if (names.length === 0) return NOTHING;
  const shown = names.length > MOST_READERS ? [count(names.length, 'reader')] : names;
  return html`<span class="readers" title="Read by ${names.join(', ')}"><span class="unseen">read by </span>${shown.map(
    name => html`<span class="reader">${name}</span>`,
  )}</span>`;
}

function sizeOf(shape: Shape): number {
  const { branches, variants } = insideOf(shape, '');
  return branches.length || variants.length;
}

function hasInside(shape: Shape): boolean {
  return sizeOf(shape) > 0;
}
