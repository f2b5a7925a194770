import type { MapView } from '@portolan/server/port';
import { degreesOf, endsOf, keyOf, type MapFilter, passesEdge } from './chart-graph.ts';
import type { Point } from './seed.ts';
import { sizeOf } from './use-layout.ts';

/** What a drawing takes from the map. */
export interface Drawn {
  readonly view: MapView;
  readonly shown: ReadonlySet<string>;
  readonly filter: MapFilter;
  readonly places: ReadonlyMap<string, Point>;
  /** Colour of each node by its key, and of edges and names: values, because a file knows no variables. */
  readonly colourOf: (key: string) => string;
  readonly ink: string;
  readonly paper: string;
  readonly line: string;
}

const WIDTH = 1600;
const MARGIN = 60;

/** Beyond this many nodes only services are named. */
const NAME_ALL_UP_TO = 120;

/** What is shown of the map as an SVG file that needs nothing else. Uncertain edges are dashed. */
export function svgOf({ view, shown, filter, places, colourOf, ink, paper, line }: Drawn): string {
  const nodes = view.nodes.flatMap(node => {
    const place = places.get(keyOf(node));
    return shown.has(keyOf(node)) && place ? [{ ...node, key: keyOf(node), ...place }] : [];
  });
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => -y)];
  const [left, top] = [least(xs), least(ys)];
  const scale = (WIDTH - 2 * MARGIN) / (most(xs) - left || 1);
  const height = Math.round((most(ys) - top) * scale + 2 * MARGIN);
  const at = new Map(nodes.map(({ key, x, y }) => [key, [px((x - left) * scale), px((-y - top) * scale)] as const]));
  const degrees = degreesOf(view);
  const edges = view.edges.flatMap(edge => {
    const { from, to } = endsOf(edge);
    const [a, b] = [at.get(from), at.get(to)];
    if (!a || !b || !passesEdge(filter, edge)) return [];
    const dashes = edge.confidence === 'uncertain' ? ' stroke-dasharray="5 4"' : '';
    return [`<line x1="${a[0]}" y1="${a[1]}" x2="${b[0]}" y2="${b[1]}"${dashes}/>`];
  });
  const marks = nodes.map(node => {
    const [x, y] = at.get(node.key) as readonly [number, number];
    const size = px(sizeOf(node.kind, degrees.get(node.key) ?? 0, nodes.length) - MARGIN);
    const fill = escaped(colourOf(node.key));
    const mark =
      node.kind === 'service'
        ? `<circle cx="${x}" cy="${y}" r="${size}" fill="${fill}"/>`
        : `<path d="M${x} ${y - size}l${size} ${size}-${size} ${size}-${size}-${size}z" fill="${fill}"/>`;
    const named = node.kind === 'service' || nodes.length <= NAME_ALL_UP_TO;
    return named ? `${mark}<text x="${x + size + 4}" y="${y + 4}">${escaped(node.name)}</text>` : mark;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="${escaped(paper)}"/>`,
    `<g stroke="${escaped(line)}" stroke-width="1">`,
    ...edges,
    '</g>',
    `<g fill="${escaped(ink)}">`,
    ...marks,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function px(value: number): number {
  return Math.round((value + MARGIN) * 10) / 10;
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), values[0] ?? 0);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
