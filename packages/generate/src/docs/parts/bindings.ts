import { bindingRows } from '../../words/binding.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { badge } from './badge.ts';

/** Bindings as tables, one for each protocol. */
export function bindingTables(bindings: Readonly<Record<string, unknown>>): Html {
  const tables = Object.entries(bindings).map(([protocol, binding]) =>
    pairs(
      bindingRows(binding).map(({ path, value, hint }) => [
        path,
        html`<span class="mono break">${value}</span>${hint === undefined ? '' : html` <span class="faint">${hint}</span>`}`,
      ]),
      badge(html`<span class="mono">${protocol}</span>`),
    ),
  );
  return tables.length === 0 ? NOTHING : html`<div class="bindings">${tables}</div>`;
}

/** Names with what they are, one under another. */
export function pairs(rows: readonly (readonly [string, Html | string])[], caption?: Html): Html {
  return html`<table class="pairs">${caption && html`<caption>${caption}</caption>`}<tbody>${rows.map(
    ([name, value]) => html`<tr><th scope="row" class="mono">${name}</th><td>${value}</td></tr>`,
  )}</tbody></table>`;
}
