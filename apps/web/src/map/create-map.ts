import type { MapView } from '@portolan/server/port';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { degreesOf, endsOf, keyOf, type MapFilter, passesEdge } from './chart-graph.ts';
import { DashedEdgeProgram } from './dashed-edge-program.ts';
import { DiamondProgram } from './diamond-program.ts';
import { hoverDrawer, labelDrawer } from './drawing.ts';
import { groupEdges, groupNodes } from './group-nodes.ts';
import { type Level, levelAt } from './level.ts';
import { coloursAt } from './palette.ts';
import { createRoom } from './room.ts';
import type { Places } from './seed.ts';
import { shrinkage, sizeOf } from './use-layout.ts';
import { edgeName, type WayOnMap } from './way-on-map.ts';

/** What is shown of the map, beside where things stand. */
export interface MapState {
  /** Keys of the nodes that the filters show. */
  readonly shown: ReadonlySet<string>;
  readonly selected: string | undefined;
  /** The selected node or the one under the pointer, with all it is connected to; absent while everything is equal. */
  readonly near: ReadonlySet<string> | undefined;
  readonly filter: MapFilter;
  /** A way between two services, which is all that is lit as long as there is one. */
  readonly way: WayOnMap | undefined;
  /** What people call a group. */
  readonly nameOf: (group: string) => string;
}

export interface MapOptions {
  readonly container: HTMLElement;
  readonly view: MapView;
  readonly places: Places;
  /** Group of each node by its key. */
  readonly groups: ReadonlyMap<string, string>;
  /** Colour variable of each node by its key. */
  readonly colours: ReadonlyMap<string, string>;
  readonly state: () => MapState;
  readonly onHover: (key: string | undefined) => void;
  readonly onSelect: (key: string | undefined) => void;
  /** A group was clicked, of which these are the members. */
  readonly onGroup: (members: ReadonlySet<string>) => void;
}

const INKS = [
  '--ink',
  '--ink-faint',
  '--paper',
  '--line-strong',
  '--map-edge',
  '--map-faint',
  '--send',
  '--receive',
] as const;

/** Up to how many nodes, and from which width in pixels, the names of all services are shown; else those with room. */
const NAME_ALL_UP_TO = 80;
const NAME_ALL_FROM = 640;

/** Radius in pixels, at full size, from which a node's name is shown where there is room. */
const NAMED_FROM = 6;

/** From how many edges on they are drawn faintly, so that the nodes stay in front. */
const FAINT_FROM = 1_200;

/** Names of messages below a channel's. */
const MOST_MESSAGES = 3;

/** A map that is drawn, and a way to draw it again. */
export interface DrawnMap {
  readonly sigma: Sigma;
  /** Draws what has changed with the next frame, once for all until then: a pointer leaves one node and enters another. */
  refresh(): void;
  kill(): void;
}

/** Draws the map. Names, colours and emphasis are read anew from `state` at each `refresh`. */
export function createMap(options: MapOptions): DrawnMap {
  const { container, view, places, groups, colours, state, onHover, onSelect, onGroup } = options;
  const values = coloursAt(container, new Set([...INKS, ...colours.values()]));
  const value = (variable: string) => values.get(variable) ?? 'gray';
  const inks = {
    ink: value('--ink'),
    faint: value('--ink-faint'),
    paper: value('--paper'),
    line: value('--line-strong'),
  };
  const degrees = degreesOf(view);
  const edgeColour = value(view.edges.length > FAINT_FROM ? '--map-faint' : '--map-edge');
  const graph = new MultiDirectedGraph();
  const namesAll = view.nodes.length <= NAME_ALL_UP_TO && container.clientWidth >= NAME_ALL_FROM;
  const room = createRoom();
  let level: Level = 'services';
  /** What is shown, as it was at the last refresh: asked for once, and not for each of thousands of nodes. */
  let now = state();
  let frame: number | undefined;

  for (const node of view.nodes) {
    const key = keyOf(node);
    const place = places.get(key);
    if (!place) continue;
    graph.addNode(key, {
      ...place,
      label: node.name,
      said: saidOf(node.messages),
      size: sizeOf(node.kind, degrees.get(key) ?? 0, view.nodes.length),
      color: value(colours.get(key) ?? '--group-other'),
      type: node.kind === 'service' ? 'circle' : 'diamond',
      forceLabel: node.kind === 'service' && namesAll,
    });
  }
  for (const [at, edge] of view.edges.entries()) {
    const { from, to } = endsOf(edge);
    if (!graph.hasNode(from) || !graph.hasNode(to)) continue;
    graph.addEdge(from, to, {
      at,
      color: edgeColour,
      lit: value(`--${edge.action}`),
      size: view.edges.length > FAINT_FROM ? 0.5 : 1,
      type: edge.confidence === 'uncertain' ? 'dashed' : 'arrow',
    });
  }
  const members = Map.groupBy(groups.keys(), key => groups.get(key) ?? '');
  addGroups();
  let grouped = groupsOfShown();
  choose();

  const map = new Sigma(graph, container, {
    nodeProgramClasses: { diamond: DiamondProgram },
    edgeProgramClasses: { dashed: DashedEdgeProgram },
    defaultDrawNodeLabel: labelDrawer(inks, room),
    defaultDrawNodeHover: hoverDrawer(inks),
    labelFont: getComputedStyle(container).fontFamily,
    labelSize: 12,
    labelWeight: '500',
    labelDensity: 0.8,
    labelGridCellSize: 120,
    labelRenderedSizeThreshold: NAMED_FROM * shrinkage(view.nodes.length),
    stagePadding: 60,
    minCameraRatio: 0.02,
    maxCameraRatio: 3,
    zIndex: true,
    hideEdgesOnMove: view.edges.length > FAINT_FROM,
    nodeReducer: (key, data) => {
      const { shown, selected, near, way, nameOf } = now;
      if (key.startsWith('group:')) {
        const label = nameOf(key.slice('group:'.length));
        return { ...data, label, hidden: level !== 'domains' || !grouped.nodes.has(key) };
      }
      if (level === 'domains' || !shown.has(key)) return { ...data, hidden: true };
      const lit = way?.nodes ?? near;
      if (lit && !lit.has(key))
        return { ...data, color: value('--map-faint'), label: '', forceLabel: false, zIndex: 0 };
      const below = level === 'messages' ? data.said : '';
      return { ...data, below, zIndex: 1, highlighted: key === selected, forceLabel: lit ? true : data.forceLabel };
    },
    edgeReducer: (edge, data) => {
      const { shown, near, selected, filter, way } = now;
      const [from, to] = graph.extremities(edge);
      if (data.at === undefined)
        return { ...data, hidden: level !== 'domains' || !grouped.edges.has(edgeName(from, to)) };
      const passes = passesEdge(filter, view.edges[data.at] as MapView['edges'][number]);
      if (level === 'domains' || !passes || !shown.has(from) || !shown.has(to)) return { ...data, hidden: true };
      if (!near && !way) return data;
      const lit = way
        ? way.edges.has(edgeName(from, to))
        : near?.has(from) && near.has(to) && (selected === undefined || from === selected || to === selected);
      return lit
        ? { ...data, color: data.lit, size: 2, zIndex: 1 }
        : { ...data, color: value('--map-faint'), zIndex: 0 };
    },
  });

  /** Groups as nodes of their own, in the middle of all their members. */
  function addGroups(): void {
    const everything = new Set(groups.keys());
    for (const { group, x, y, members: count } of groupNodes(groups, places, everything)) {
      const [first = ''] = members.get(group) ?? [];
      graph.addNode(`group:${group}`, {
        x,
        y,
        size: Math.min(30, 5 + Math.sqrt(count)),
        color: value(colours.get(first) ?? '--group-other'),
        type: 'circle',
      });
    }
    for (const { from, to, flows } of groupEdges(view, groups, everything)) {
      if (!graph.hasNode(`group:${from}`) || !graph.hasNode(`group:${to}`)) continue;
      const size = Math.min(4, 0.5 + Math.log2(1 + flows) / 2);
      graph.addEdge(`group:${from}`, `group:${to}`, { color: edgeColour, size, type: 'arrow' });
    }
  }

  /**
   * The groups, and the flows between them, of which something is shown. The graph itself stays as it is: each change of
   * it would draw everything again.
   */
  function groupsOfShown() {
    const { shown } = now;
    return {
      nodes: new Set(groupNodes(groups, places, shown).map(({ group }) => `group:${group}`)),
      edges: new Set(groupEdges(view, groups, shown).map(({ from, to }) => edgeName(`group:${from}`, `group:${to}`))),
    };
  }

  /** The level for what is in view. Whoever looks at something in particular sees it whatever the level would be. */
  function choose(ratio = 1): boolean {
    const { shown, near, way } = now;
    const next = levelAt(ratio, shown.size, members.size);
    const before = level;
    level = next === 'domains' && (near || way) ? 'services' : next;
    container.dataset.level = level;
    return level !== before;
  }

  function redraw(): void {
    frame = undefined;
    const before = now;
    now = state();
    const differs = (name: keyof MapState) => now[name] !== before[name];
    const anew = differs('shown') || differs('filter') || differs('way');
    if (!anew && !differs('selected') && !differs('near') && !differs('nameOf')) return;
    if (differs('shown')) grouped = groupsOfShown();
    const changed = choose(map.getCamera().ratio);
    map.refresh({ skipIndexation: !anew && !changed });
  }

  map.getCamera().on('updated', ({ ratio }) => {
    if (choose(ratio)) map.refresh();
  });
  map.on('beforeRender', room.clear);
  map.on('enterNode', ({ node }) => {
    if (!node.startsWith('group:')) onHover(node);
  });
  map.on('leaveNode', () => onHover(undefined));
  map.on('clickNode', ({ node }) => {
    if (node.startsWith('group:')) onGroup(new Set(members.get(node.slice('group:'.length))));
    else onSelect(node);
  });
  map.on('clickStage', () => onSelect(undefined));
  return {
    sigma: map,
    refresh() {
      frame ??= requestAnimationFrame(redraw);
    },
    kill() {
      cancelAnimationFrame(frame ?? 0);
      map.kill();
    },
  };
}

/** What is sent on a channel, in few words. */
function saidOf(messages: readonly string[] = []): string {
  const more = messages.length > MOST_MESSAGES ? [`${messages.length - MOST_MESSAGES} more`] : [];
  return [...messages.slice(0, MOST_MESSAGES), ...more].join(', ');
}
