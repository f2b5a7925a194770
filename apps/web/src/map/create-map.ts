import type { MapView } from '@portolan/server/port';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { degreesOf, endsOf, keyOf } from './chart-graph.ts';
import { DiamondProgram } from './diamond-program.ts';
import { hoverDrawer, labelDrawer } from './drawing.ts';
import { coloursAt } from './palette.ts';
import { type Places, shrinkage, sizeOf } from './use-layout.ts';

/** What is shown of the map, beside where things stand. */
export interface MapState {
  /** Keys of the nodes that the filters show. */
  readonly shown: ReadonlySet<string>;
  readonly selected: string | undefined;
  /** The selected node or the one under the pointer, with all it is connected to; absent while everything is equal. */
  readonly near: ReadonlySet<string> | undefined;
}

export interface MapOptions {
  readonly container: HTMLElement;
  readonly view: MapView;
  readonly places: Places;
  /** Colour variable of each node by its key. */
  readonly colours: ReadonlyMap<string, string>;
  readonly state: () => MapState;
  readonly onHover: (key: string | undefined) => void;
  readonly onSelect: (key: string | undefined) => void;
}

const INKS = ['--ink', '--paper', '--line-strong', '--map-edge', '--map-faint', '--send', '--receive'] as const;

/** Up to how many nodes, and from which width in pixels, the names of all services are shown; else those with room. */
const NAME_ALL_UP_TO = 80;
const NAME_ALL_FROM = 640;

/** Radius in pixels, at full size, from which a node's name is shown where there is room. */
const NAMED_FROM = 6;

/** From how many edges on they are drawn faintly, so that the nodes stay in front. */
const FAINT_FROM = 1_200;

/** Draws the map. Names, colours and emphasis are read anew from `state` at each `refresh`. */
export function createMap(options: MapOptions): Sigma {
  const { container, view, places, colours, state, onHover, onSelect } = options;
  const values = coloursAt(container, new Set([...INKS, ...colours.values()]));
  const value = (variable: string) => values.get(variable) ?? 'gray';
  const inks = { ink: value('--ink'), paper: value('--paper'), line: value('--line-strong') };
  const degrees = degreesOf(view);
  const edgeColour = value(view.edges.length > FAINT_FROM ? '--map-faint' : '--map-edge');
  const graph = new MultiDirectedGraph();
  const namesAll = view.nodes.length <= NAME_ALL_UP_TO && container.clientWidth >= NAME_ALL_FROM;

  for (const node of view.nodes) {
    const key = keyOf(node);
    const place = places.get(key);
    if (!place) continue;
    graph.addNode(key, {
      ...place,
      label: node.name,
      size: sizeOf(node.kind, degrees.get(key) ?? 0, view.nodes.length),
      color: value(colours.get(key) ?? '--group-other'),
      type: node.kind === 'service' ? 'circle' : 'diamond',
      forceLabel: node.kind === 'service' && namesAll,
    });
  }
  for (const edge of view.edges) {
    const { from, to } = endsOf(edge);
    if (!graph.hasNode(from) || !graph.hasNode(to)) continue;
    graph.addEdge(from, to, {
      color: edgeColour,
      lit: value(`--${edge.action}`),
      size: view.edges.length > FAINT_FROM ? 0.5 : 1,
      type: 'arrow',
    });
  }

  const map = new Sigma(graph, container, {
    nodeProgramClasses: { diamond: DiamondProgram },
    defaultDrawNodeLabel: labelDrawer(inks),
    defaultDrawNodeHover: hoverDrawer(inks),
    labelFont: getComputedStyle(container).fontFamily,
    labelSize: 12,
    labelWeight: '500',
    labelDensity: 0.8,
    labelGridCellSize: 120,
    labelRenderedSizeThreshold: NAMED_FROM * shrinkage(view.nodes.length),
    stagePadding: 60,
    minCameraRatio: 0.05,
    maxCameraRatio: 3,
    zIndex: true,
    hideEdgesOnMove: view.edges.length > FAINT_FROM,
    nodeReducer: (key, data) => {
      const { shown, selected, near } = state();
      if (!shown.has(key)) return { ...data, hidden: true };
      if (near && !near.has(key))
        return { ...data, color: value('--map-faint'), label: '', forceLabel: false, zIndex: 0 };
      return { ...data, zIndex: 1, highlighted: key === selected, forceLabel: near ? true : data.forceLabel };
    },
    edgeReducer: (edge, data) => {
      const { shown, near, selected } = state();
      const [from, to] = graph.extremities(edge);
      if (!shown.has(from) || !shown.has(to)) return { ...data, hidden: true };
      if (!near) return data;
      const lit = near.has(from) && near.has(to) && (selected === undefined || from === selected || to === selected);
      return lit
        ? { ...data, color: data.lit, size: 2, zIndex: 1 }
        : { ...data, color: value('--map-faint'), zIndex: 0 };
    },
  });

  map.on('enterNode', ({ node }) => onHover(node));
  map.on('leaveNode', () => onHover(undefined));
  map.on('clickNode', ({ node }) => onSelect(node));
  map.on('clickStage', () => onSelect(undefined));
  return map;
}
