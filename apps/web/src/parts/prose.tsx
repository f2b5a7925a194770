import type { ReactNode } from 'react';
import { type Block, blocksOf, type Run, runsOf } from '../words/prose.ts';

/** A description as its author meant it: the usual marks of CommonMark become looks, HTML stays text. */
export function Prose({ text }: { text: string | undefined }) {
  if (text === undefined || text.trim() === '') return null;
  return <div className="prose">{keyed(blocksOf(text), drawBlock)}</div>;
}

/** One line of such text, for places where a paragraph would be too much. */
export function Inline({ text }: { text: string }) {
  return <>{drawRuns(runsOf(text))}</>;
}

/** Only the first paragraph, as one line: what a list has room for. */
export function Gist({ text }: { text: string | undefined }): ReactNode {
  const first = text === undefined ? undefined : blocksOf(text)[0];
  return first?.kind === 'paragraph' ? drawRuns(first.runs) : null;
}

function drawBlock(block: Block, key: string): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p key={key}>{drawRuns(block.runs)}</p>;
    case 'heading':
      return (
        <p key={key}>
          <strong>{drawRuns(block.runs)}</strong>
        </p>
      );
    case 'code':
      return (
        <pre key={key} className="prose-code">
          {block.text}
        </pre>
      );
    case 'list': {
      const items = keyed(block.items, (item, itemKey) => <li key={itemKey}>{drawRuns(item)}</li>);
      return block.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
    }
  }
}

function drawRuns(runs: readonly Run[]): ReactNode[] {
  return keyed(runs, (run, key) => {
    if (run.kind === 'link') {
      return (
        <a key={key} className="link" href={run.href} rel="noreferrer">
          {run.text}
        </a>
      );
    }
    if (run.kind === 'code') return <code key={key}>{run.text}</code>;
    if (run.kind === 'strong') return <strong key={key}>{run.text}</strong>;
    if (run.kind === 'emphasis') return <em key={key}>{run.text}</em>;
    return run.text;
  });
}

/** Draws each item with its place as key: the text of a description never moves about, it is replaced. */
function keyed<T>(items: readonly T[], draw: (item: T, key: string) => ReactNode): ReactNode[] {
  return items.map((item, index) => draw(item, String(index)));
}
