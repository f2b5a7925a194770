import { type Html, html, NOTHING } from '../html.ts';

/** One column of a table: its head and how a row fills it. */
export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => Html | string;
  /** Numbers stand at the right end, under each other. */
  readonly number?: boolean;
  /** Kept on one line, cut off where it is too long. */
  readonly short?: boolean;
  /** Left out where the window is narrow. */
  readonly wide?: boolean;
}

interface Options {
  /** Where the window is narrow, the cells of a row stand under each other, each with the head of its column. */
  readonly stacks?: boolean;
}

/** A list as a table. The first link of a row covers it, so a click anywhere in the row follows it. */
export function table<T>(
  caption: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  { stacks = false }: Options = {},
): Html {
  const looks = columns.map(lookOf);
  const heads = columns.map(({ head }, index) => html`<th scope="col"${looks[index]}>${head}</th>`);
  return html`<table class="table${stacks ? ' table-stacks' : ''}"><caption class="unseen">${caption}</caption><thead><tr>${heads}</tr></thead><tbody>
${rows.map(
  row =>
    html`<tr>${columns.map(({ head, cell }, index) => html`<td${looks[index]} data-head="${head}">${cell(row)}</td>`)}</tr>
`,
)}</tbody></table>`;
}

function lookOf<T>({ number, short, wide }: Column<T>): Html {
  const names = [number && 'cell-number number', short && 'cell-short', wide && 'cell-wide'].filter(Boolean);
  return names.length === 0 ? NOTHING : html` class="${names.join(' ')}"`;
}
