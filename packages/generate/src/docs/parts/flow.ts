import { number } from '../../words/count.ts';
import { type At, to } from '../at.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PlaceKind } from '../places.ts';
import { icon } from './icon.ts';

/** A thing at the end of a line of the diagram. */
export interface FlowEnd {
  readonly kind: 'service' | 'channel';
  readonly id: string;
  readonly name: string;
  /** In small letters below the name. */
  readonly note?: string;
  /** Drawn with a broken line: it is not certain that messages flow this way. */
  readonly uncertain?: boolean;
}

interface Side {
  readonly heading: string;
  readonly ends: readonly FlowEnd[];
  /** Words for when there is none. */
  readonly none: string;
}

interface Flow {
  /** Where messages come from. */
  readonly left: Side;
  readonly centre: {
    readonly kind: Extract<PlaceKind, 'service' | 'channel' | 'message'>;
    readonly name: string;
    readonly note?: string;
  };
  /** Where messages go to. */
  readonly right: Side;
}

/** Height of one row and width of the space between columns, in pixels: those of the portal's style. */
const ROW = 52;
const GAP = 72;
const MOST = 8;

/** Who is on either side of something, messages flowing from left to right. Where the window is narrow, downwards. */
export function flow(at: At, { left, centre, right }: Flow): Html {
  const [from, into] = [left.ends.slice(0, MOST), right.ends.slice(0, MOST)];
  const hidden = left.ends.length + right.ends.length - from.length - into.length;
  const rows = Math.max(from.length, into.length, 1);
  const note = centre.note ? html`<span class="flow-note">${centre.note}</span>` : NOTHING;
  return html`<div class="flow card"><div class="flow-grid">${ends(at, left, from, 'send')}${curves(from, rows, 'left')}<div class="flow-centre">${icon(centre.kind)}<strong class="break">${centre.name}</strong>${note}</div>${curves(into, rows, 'right')}${ends(at, right, into, 'receive')}</div>${
    hidden > 0 ? html`<p class="flow-all faint">and ${number(hidden)} more, listed below</p>` : NOTHING
  }</div>`;
}

function ends(at: At, side: Side, shown: readonly FlowEnd[], action: 'send' | 'receive'): Html {
  const total = side.ends.length > 0 ? html` <span class="number">${number(side.ends.length)}</span>` : NOTHING;
  const items = shown.map(end => {
    const words = html`<span class="flow-name">${end.name}</span><span class="flow-note">${end.uncertain ? 'Uncertain · ' : ''}${end.note}</span>`;
    return html`<li>${to(at, end.kind, end.id, words, `flow-end flow-end-${action}`)}</li>`;
  });
  const list = items.length === 0 ? html`<p class="flow-none">${side.none}</p>` : html`<ul>${items}</ul>`;
  return html`<div class="flow-side flow-side-${action}"><h3 class="flow-heading">${side.heading}${total}</h3>${list}</div>`;
}

function curves(shown: readonly FlowEnd[], rows: number, side: 'left' | 'right'): Html {
  const middle = (rows * ROW) / 2;
  const first = middle - (shown.length * ROW) / 2 + ROW / 2;
  const [end, half] = [GAP - 7, (GAP - 7) / 2];
  const lines = shown.map(({ uncertain = false }, index) => {
    const outer = first + index * ROW;
    const [start, stop] = side === 'left' ? [outer, middle] : [middle, outer];
    const head = html`<path class="flow-head" d="M${end - 1} ${stop - 4} L${GAP} ${stop} L${end - 1} ${stop + 4} Z"/>`;
    return html`<g data-uncertain="${String(uncertain)}"><path d="M0 ${start} C ${half} ${start}, ${half} ${stop}, ${end} ${stop}"/>${
      side === 'right' || index === 0 ? head : NOTHING
    }</g>`;
  });
  return html`<svg class="flow-curves flow-curves-${side}" width="${GAP}" height="${rows * ROW}" aria-hidden="true">${lines}</svg>`;
}
