import { type ReactNode, useState } from 'react';
import { number } from '../words/count.ts';
import { Icon } from './icon.tsx';
import { ThingLink } from './thing-link.tsx';
import './flow.css';

/** A thing at the end of a line of the diagram. */
export interface FlowEnd {
  readonly kind: 'service' | 'channel' | 'message' | 'domain';
  /** Absent for what has no page: services without a domain, somebody whom no document describes. */
  readonly id?: string;
  readonly name: string;
  /** In small letters below the name. */
  readonly note?: string;
  /** Drawn with a broken line: it is not certain that messages flow this way. */
  readonly uncertain?: boolean;
}

interface Side {
  heading: string;
  ends: readonly FlowEnd[];
  /** Words for when there is none. */
  none: string;
}

interface Props {
  /** Where messages come from. */
  left: Side;
  centre: { kind: FlowEnd['kind']; name: string; note?: ReactNode };
  /** Where messages go to. */
  right: Side;
}

/** Height of one row and of the space it stands in, in pixels; the curves are drawn to these. */
const ROW = 52;
const MOST = 8;
const GAP_WIDTH = 72;

/** Who is on either side of something, messages flowing from left to right. Where the window is narrow, downwards. */
export function Flow({ left, centre, right }: Props) {
  const [all, setAll] = useState(false);
  const shown = (side: Side) => (all || side.ends.length <= MOST ? side.ends : side.ends.slice(0, MOST));
  const leftEnds = shown(left);
  const rightEnds = shown(right);
  const hidden = left.ends.length + right.ends.length - leftEnds.length - rightEnds.length;
  const rows = Math.max(leftEnds.length, rightEnds.length, 1);
  return (
    <div className="flow card">
      <div className="flow-grid">
        <Ends side={left} ends={leftEnds} action="send" />
        <Curves from={leftEnds} rows={rows} side="left" />
        <div className="flow-centre">
          <Icon name={centre.kind} />
          <strong className="break">{centre.name}</strong>
          {centre.note ? <span className="flow-note">{centre.note}</span> : null}
        </div>
        <Curves from={rightEnds} rows={rows} side="right" />
        <Ends side={right} ends={rightEnds} action="receive" />
      </div>
      {hidden > 0 ? (
        <button type="button" className="link flow-all" onClick={() => setAll(true)}>
          Show {number(hidden)} more
        </button>
      ) : null}
    </div>
  );
}

function Ends({ side, ends, action }: { side: Side; ends: readonly FlowEnd[]; action: 'send' | 'receive' }) {
  return (
    <div className={`flow-side flow-side-${action}`}>
      <h3 className="flow-heading">
        {side.heading} <span className="number">{side.ends.length > 0 ? number(side.ends.length) : ''}</span>
      </h3>
      {ends.length === 0 ? <p className="flow-none">{side.none}</p> : null}
      <ul>
        {ends.map(end => (
          <li key={`${end.kind} ${end.id ?? end.name}`}>
            {end.id === undefined ? (
              <span className={`flow-end flow-end-${action}`}>
                <EndWords end={end} />
              </span>
            ) : (
              <ThingLink kind={end.kind} id={end.id} className={`flow-end flow-end-${action}`}>
                <EndWords end={end} />
              </ThingLink>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function EndWords({ end }: { end: FlowEnd }) {
  return (
    <>
      <span className="flow-name">{end.name}</span>
      <span className="flow-note">
        {end.uncertain ? 'Uncertain · ' : ''}
        {end.note}
      </span>
    </>
  );
}

function Curves({ from, rows, side }: { from: readonly FlowEnd[]; rows: number; side: 'left' | 'right' }) {
  const height = rows * ROW;
  const middle = height / 2;
  const first = middle - (from.length * ROW) / 2 + ROW / 2;
  const end = GAP_WIDTH - 7;
  return (
    <svg className={`flow-curves flow-curves-${side}`} width={GAP_WIDTH} height={height} aria-hidden="true">
      {from.map((thing, index) => {
        const outer = first + index * ROW;
        const [start, stop] = side === 'left' ? [outer, middle] : [middle, outer];
        const half = end / 2;
        return (
          <g key={`${thing.kind} ${thing.id ?? thing.name}`} data-uncertain={thing.uncertain ?? false}>
            <path d={`M0 ${start} C ${half} ${start}, ${half} ${stop}, ${end} ${stop}`} />
            {side === 'right' || index === 0 ? (
              <path
                className="flow-head"
                d={`M${end - 1} ${stop - 4} L${GAP_WIDTH} ${stop} L${end - 1} ${stop + 4} Z`}
              />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
