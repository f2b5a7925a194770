import type { KeyboardEvent, ReactNode } from 'react';
import './table.css';

/** One column of a table: its head and how a row fills it. */
export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ReactNode;
  /** Numbers stand at the right end, under each other. */
  readonly number?: boolean;
  /** Kept on one line, cut off where it is too long. */
  readonly short?: boolean;
  /** Left out where the window is narrow. */
  readonly wide?: boolean;
}

interface Props<T> {
  /** What the table lists, for those who cannot see it. */
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** Where the window is narrow, the cells of a row stand under each other, each with the head of its column. */
  stacks?: boolean;
}

/**
 * A list as a table. The first link of a row covers it, so a click anywhere in the row follows it; the arrow keys go
 * from row to row.
 */
export function Table<T>({ caption, columns, rows, keyOf, stacks = false }: Props<T>) {
  return (
    <table className={stacks ? 'table table-stacks' : 'table'}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column.head} scope="col" className={classOf(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={walkRows}>
        {rows.map(row => (
          <tr key={keyOf(row)}>
            {columns.map(column => (
              <td key={column.head} className={classOf(column)} data-head={column.head}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf<T>({ number, short, wide }: Column<T>): string | undefined {
  const names = [number && 'cell-number number', short && 'cell-short', wide && 'cell-wide'];
  return names.filter(Boolean).join(' ') || undefined;
}

/** The arrow keys move the focus to the first link of the row above or below. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = (event.target as HTMLElement).closest('tr');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector<HTMLElement>('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
}
