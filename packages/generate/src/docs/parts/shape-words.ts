import type { Shape } from '@portolan/schema';
import { eachOf } from '../../words/branch.ts';
import { constraintsInWords, show } from '../../words/constraint.ts';
import { type Html, html, NOTHING } from '../html.ts';

/** Values of an enumeration that are shown before the rest is folded away. */
const MOST_VALUES = 24;
const MOST_EXAMPLES = 3;

/** Kinds that people know by the name of their definition rather than by their type. */
const NAMED: ReadonlySet<Shape['kind']> = new Set(['object', 'union', 'list', 'map']);

/**
 * The type of a shape with the marks that belong to it.
 *
 * @param of name of the field that has it: a definition of the same name adds nothing
 */
export function typed(shape: Shape, of?: string): Html {
  const name = shape.name?.toLowerCase() === of?.toLowerCase() ? undefined : shape.name;
  const main = name !== undefined && NAMED.has(shape.kind) ? name : shape.type;
  const marks = [
    shape.format,
    shape.nullable && 'or null',
    shape.readOnly && 'read only',
    shape.writeOnly && 'write only',
    (shape.recursive || eachOf(shape)?.recursive) && 'contains itself, shown above',
  ].filter(mark => typeof mark === 'string');
  return html`<span class="schema-type"><span class="mono">${main}</span>${
    name !== undefined && name !== main ? html`<span class="mono faint">${name}</span>` : NOTHING
  }${marks.map(mark => html`<span class="schema-mark">${mark}</span>`)}${
    shape.deprecated ? html`<span class="schema-mark schema-mark-warning">deprecated</span>` : NOTHING
  }</span>`;
}

/** What limits the values: phrases, values of an enumeration, the default, examples, or why nothing is known. */
export function limits(shape: Shape): Html {
  const each = eachOf(shape);
  const phrases = [
    ...constraintsInWords(shape.constraints),
    ...(each ? constraintsInWords(each.constraints).map(phrase => `each ${phrase}`) : []),
  ];
  return html`${shape.notChecked ? html`<p class="schema-opaque">Not shown: ${shape.notChecked}.</p>` : NOTHING}${
    phrases.length > 0
      ? html`<ul class="schema-limits">${phrases.map(phrase => html`<li>${phrase}</li>`)}</ul>`
      : NOTHING
  }${values('Always', shape.const === undefined ? [] : [shape.const])}${values('One of', shape.enum)}${values(
    'Each one of',
    each?.enum,
  )}${values('Default', shape.default === undefined ? [] : [shape.default])}${values(
    'For example',
    shape.examples?.slice(0, MOST_EXAMPLES),
  )}`;
}

function values(label: string, all: readonly unknown[] = []): Html {
  if (all.length === 0) return NOTHING;
  const shown = all.slice(0, MOST_VALUES);
  const more =
    all.length > shown.length ? html`<span class="faint">and ${all.length - shown.length} more</span>` : NOTHING;
  return html`<p class="schema-values"><span class="faint">${label}</span>${shown.map(
    value => html` <code class="chip">${valueInWords(value)}</code>`,
  )}${more}</p>`;
}

/** A value of an enumeration as it would be written: an empty text shows its quotes. */
export function valueInWords(value: unknown): string {
  return value === '' ? '""' : typeof value === 'number' ? String(value) : show(value);
}
