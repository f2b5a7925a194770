import type { MapView } from '@portolan/server/port';
import { useMemo } from 'react';
import { endsOf, groupsOf, keyOf, naturalGrouping } from './chart-graph.ts';
import { groupColours, OTHER } from './palette.ts';
import { type Places, type Point, startPlaces } from './seed.ts';
import { useLayout } from './use-layout.ts';
import './map-preview.css';

const WIDTH = 640;
const HEIGHT = 360;
const MARGIN = 16;

/** Beyond this many nodes edges are only noise in a picture of this size: then services stand with their group alone. */
const MOST_NODES = 600;

/** A small picture of the map, without names: the shape of the organisation. */
export function MapPreview({ view }: { view: MapView }) {
  const grouping = naturalGrouping(view);
  const isLarge = view.nodes.length > MOST_NODES;
  const laidOut = useLayout(isLarge ? undefined : view, grouping);
  const groups = useMemo(() => groupsOf(view, grouping), [view, grouping]);
  const colours = useMemo(() => {
    const byGroup = groupColours(groups.values());
    return new Map([...groups].map(([key, group]) => [key, byGroup.get(group) ?? OTHER]));
  }, [groups]);
  const places = useMemo(() => (isLarge ? startPlaces(groups) : laidOut), [isLarge, groups, laidOut]);
  const nodes = isLarge ? view.nodes.filter(node => node.kind === 'service') : view.nodes;
  const edges = isLarge ? [] : view.edges;
  const points = places ? fitted(places) : undefined;
  return (
    <svg className="map-preview" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {points ? (
        <g className="map-preview-in">
          {edges.map(edge => {
            const { from, to } = endsOf(edge);
            const [a, b] = [points.get(from), points.get(to)];
            return a && b ? <line key={`${from} ${to}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} /> : null;
          })}
          {nodes.map(node => {
            const key = keyOf(node);
            const at = points.get(key);
            if (!at) return null;
            const fill = `var(${colours.get(key) ?? OTHER})`;
            if (node.kind === 'service')
              return <circle key={key} cx={at.x} cy={at.y} r={isLarge ? 3 : 5} fill={fill} />;
            return <path key={key} d={`M${at.x} ${at.y - 4}l4 4-4 4-4-4z`} fill={fill} />;
          })}
        </g>
      ) : null}
    </svg>
  );
}

/** Places stretched to the picture, each direction by itself: a preview has its own proportions. */
function fitted(places: Places): ReadonlyMap<string, Point> {
  const all = [...places.values()];
  const scale = (values: readonly number[], size: number) => {
    const least = Math.min(...values);
    const span = Math.max(...values) - least || 1;
    return (value: number) => MARGIN + ((value - least) / span) * (size - 2 * MARGIN);
  };
  const x = scale(
    all.map(point => point.x),
    WIDTH,
  );
  const y = scale(
    all.map(point => -point.y),
    HEIGHT,
  );
  return new Map([...places].map(([key, point]) => [key, { x: x(point.x), y: y(-point.y) }]));
}
