import type { MapView } from '@portolan/server/port';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type Sigma from 'sigma';
import { useThemeInForce } from '../design/theme.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { type MapFilter, neighbourhood } from './chart-graph.ts';
import { createMap, type DrawnMap, type MapState } from './create-map.ts';
import type { Places } from './seed.ts';
import type { WayOnMap } from './way-on-map.ts';

interface Props {
  view: MapView;
  places: Places;
  groups: ReadonlyMap<string, string>;
  nameOf: (group: string) => string;
  colours: ReadonlyMap<string, string>;
  filter: MapFilter;
  way: WayOnMap | undefined;
  shown: ReadonlySet<string>;
  selected: string | undefined;
  onSelect: (key: string | undefined) => void;
  /** Says what the map shows, for those who cannot see it. */
  label: string;
}

/** How far an arrow key moves the map, as a part of its width. */
const PAN = 0.12;

/** How much of the map is shown at least, and how much room is left around what is brought into view. */
const NEAREST = 0.3;
const ROOM = 1.5;
const MOVE_MS = 350;

/** The map itself, drawn with WebGL; keys zoom it and move it. */
export default function MapCanvas(props: Props) {
  const { view, places, groups, nameOf, colours, filter, way, shown, selected, onSelect, label } = props;
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<DrawnMap>(null);
  const hovered = useRef<string>(undefined);
  const clicked = useRef<string>(undefined);
  const theme = useThemeInForce();
  const near = useMemo(() => (selected === undefined ? undefined : neighbourhood(view, selected)), [view, selected]);
  const state = useRef<MapState>({ shown, selected, near, filter, way, nameOf });
  state.current = { shown, selected, near, filter, way, nameOf };
  const select = useRef(onSelect);
  select.current = onSelect;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of theme changes every colour of the drawing
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const drawn = createMap({
      container: element,
      view,
      places,
      groups,
      colours,
      state: () => {
        const { current } = state;
        if (hovered.current === undefined || current.selected !== undefined || current.way) return current;
        return { ...current, near: neighbourhood(view, hovered.current) };
      },
      onHover: key => {
        hovered.current = key;
        element.style.cursor = key === undefined ? 'grab' : 'pointer';
        element.dataset.hovered = key ?? '';
        drawn.refresh();
      },
      onGroup: members => bringIntoView(drawn.sigma, members),
      onSelect: key => {
        clicked.current = key;
        select.current(key);
      },
    });
    map.current = drawn;
    element.dataset.ready = 'true';
    return () => {
      drawn.kill();
      map.current = null;
      element.dataset.ready = 'false';
    };
  }, [view, places, groups, colours, theme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever of the state changes changes the drawing
  useEffect(() => {
    map.current?.refresh();
  }, [shown, selected, filter, way, nameOf]);

  // A node that was found by its name is brought into view with its neighbours; one that was clicked is in view already.
  useEffect(() => {
    const known = selected === clicked.current;
    clicked.current = undefined;
    if (near && !known && places) bringIntoView(map.current?.sigma ?? null, near);
  }, [selected, near, places]);

  useEffect(() => {
    if (way && places) bringIntoView(map.current?.sigma ?? null, way.nodes);
  }, [way, places]);

  const act = (name: Act) => ACTS[name](map.current?.sigma ?? null);
  const press = (event: KeyboardEvent) => {
    const name = KEYS[event.key];
    if (!name || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act(name);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: keys move the drawing, so it takes the focus */}
      <div className="map-canvas" role="group" aria-label={label} tabIndex={0} onKeyDown={press}>
        <div ref={container} className="map-stage" />
      </div>
      <div className="map-controls" role="toolbar" aria-label="Zoom">
        {BUTTONS.map(([name, icon, words]) => (
          <button key={name} type="button" className="map-control" title={words} onClick={() => act(name)}>
            <Icon name={icon} />
            <span className="unseen">{words}</span>
          </button>
        ))}
      </div>
    </>
  );
}

/** Moves the camera so that all of some nodes can be seen. */
function bringIntoView(map: Sigma | null, keys: ReadonlySet<string>): void {
  const spots = [...keys].flatMap(key => map?.getNodeDisplayData(key) ?? []);
  if (!map || spots.length === 0) return;
  const xs = spots.map(spot => spot.x);
  const ys = spots.map(spot => spot.y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const ratio = Math.min(1, Math.max(NEAREST, Math.max(right - left, high - low) * ROOM));
  void map.getCamera().animate({ x: (left + right) / 2, y: (low + high) / 2, ratio }, { duration: MOVE_MS });
}

type Act = 'in' | 'out' | 'fit' | 'left' | 'right' | 'up' | 'down';

const BUTTONS: readonly (readonly [Act, IconName, string])[] = [
  ['in', 'plus', 'Zoom in (+)'],
  ['out', 'minus', 'Zoom out (−)'],
  ['fit', 'fit', 'See the whole map (0)'],
];

const KEYS: Readonly<Record<string, Act>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'fit',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function pan(map: Sigma | null, x: number, y: number): void {
  const camera = map?.getCamera();
  if (!camera) return;
  const { ratio } = camera;
  camera.setState({ x: camera.x + x * PAN * ratio, y: camera.y + y * PAN * ratio });
}

const ACTS: Readonly<Record<Act, (map: Sigma | null) => void>> = {
  in: map => void map?.getCamera().animatedZoom({ duration: MOVE_MS / 2 }),
  out: map => void map?.getCamera().animatedUnzoom({ duration: MOVE_MS / 2 }),
  fit: map => void map?.getCamera().animatedReset({ duration: MOVE_MS }),
  left: map => pan(map, -1, 0),
  right: map => pan(map, 1, 0),
  up: map => pan(map, 0, 1),
  down: map => pan(map, 0, -1),
};
