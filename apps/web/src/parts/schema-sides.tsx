import { type SideCell, type SideRow, sideBySide } from '@portolan/generate/words';
import type { Shape } from '@portolan/schema';
import { useMemo, useState } from 'react';
import { count } from '../words/count.ts';
import { Badge } from './badge.tsx';
import { Inline } from './prose.tsx';
import { Limits, Typed } from './shape-words.tsx';
import './schema-sides.css';

/** What is to be said about a part: which change it is, and whether that breaks somebody. */
export interface Mark {
  readonly says: string;
  readonly breaks: boolean;
}

interface Props {
  before?: Shape | undefined;
  after?: Shape | undefined;
  /** By path of the part, as the chart names fields; '' is the whole. */
  marks: ReadonlyMap<string, readonly Mark[]>;
}

const WORDS = { same: 'same', changed: 'changed', added: 'new', removed: 'gone' } as const;

/** Two versions of a schema beside each other, part by part; what breaks somebody is marked and said. */
export function SchemaSides({ before, after, marks }: Props) {
  const rows = useMemo(() => sideBySide(before, after), [before, after]);
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? rows : rows.filter(row => isTold(row, rows, marks));
  const hidden = rows.length - shown.length;
  return (
    <div className="sides">
      <table className="sides-table">
        <caption className="unseen">The schema before and after</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: alternatives may share a path, and rows are only ever replaced
            <Row key={`${row.path} ${index}`} row={row} marks={marks.get(row.path) ?? []} />
          ))}
        </tbody>
      </table>
      {hidden > 0 || isWhole ? (
        <button type="button" className="link" onClick={() => showWhole(!isWhole)}>
          {isWhole ? 'Only what changed' : `Show ${count(hidden, 'part')} that did not change`}
        </button>
      ) : null}
    </div>
  );
}

/** What changed, what something is said about, and what either stands in. */
function isTold(row: SideRow, rows: readonly SideRow[], marks: Props['marks']): boolean {
  const told = (one: SideRow) => one.change !== 'same' || marks.has(one.path);
  if (told(row)) return true;
  const start = rows.indexOf(row) + 1;
  for (const inner of rows.slice(start)) {
    if (inner.depth <= row.depth) return false;
    if (told(inner)) return row.depth > 0;
  }
  return false;
}

function Row({ row, marks }: { row: SideRow; marks: readonly Mark[] }) {
  const { name, path, depth, before, after, change } = row;
  const breaks = marks.some(mark => mark.breaks);
  return (
    <tr data-change={change} data-breaks={breaks}>
      <th scope="row" data-depth={Math.min(depth, 8)}>
        <span className="sides-name break">{path === '' && depth === 0 ? 'the message' : name}</span>{' '}
        {change === 'same' ? null : <Badge tone={breaks ? 'error' : 'sand'}>{WORDS[change]}</Badge>}
        {marks.map(mark => (
          <p key={mark.says} className={mark.breaks ? 'sides-says sides-breaks' : 'sides-says'}>
            {mark.breaks ? <span className="unseen">Breaking: </span> : null}
            <Inline text={mark.says} />
          </p>
        ))}
      </th>
      <td data-head="Before">
        <Cell cell={before} of={name} />
      </td>
      <td data-head="After">
        <Cell cell={after} of={name} />
      </td>
    </tr>
  );
}

function Cell({ cell, of }: { cell: SideCell | undefined; of: string }) {
  if (!cell) return <span className="faint">not there</span>;
  return (
    <>
      <Typed shape={cell.shape} of={of} />
      {cell.required ? null : <span className="faint"> optional</span>}
      <Limits shape={cell.shape} />
    </>
  );
}
