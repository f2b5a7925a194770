import type { MapView, Overview } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { mapQuery, overviewQuery, pathQuery } from '../api/queries.ts';
import { canDraw } from '../map/can-draw.ts';
import { groupsOf, keyOf, naturalGrouping, shownNodes } from '../map/chart-graph.ts';
import { Finder } from '../map/finder.tsx';
import { Legend } from '../map/legend.tsx';
import { MapExports } from '../map/map-exports.tsx';
import { MapList } from '../map/map-list.tsx';
import { MapPanel } from '../map/map-panel.tsx';
import { MapWay } from '../map/map-way.tsx';
import { groupColours, OTHER } from '../map/palette.ts';
import { useLayout } from '../map/use-layout.ts';
import { wayOnMap } from '../map/way-on-map.ts';
import { type Choice, FilterBar, type Filters } from '../parts/filter-bar.tsx';
import { Loaded, Outline } from '../parts/loaded.tsx';
import { NoDocuments } from '../parts/no-documents.tsx';
import { usePageTitle } from '../parts/page-head.tsx';
import { useChartChoices } from '../parts/use-filters.ts';
import { count } from '../words/count.ts';
import '../map/map.css';

const MapCanvas = lazy(() => import('../map/map-canvas.tsx'));

/** The whole organisation at once: services and channels, and who sends what to whom. */
export function MapPage() {
  usePageTitle('Map');
  const overview = useQuery(overviewQuery).data;
  return (
    <div className="map-page full-width">
      <Loaded query={useQuery(mapQuery)}>
        {view => (view.nodes.length === 0 ? <NoDocuments /> : <Content view={view} overview={overview} />)}
      </Loaded>
    </div>
  );
}

function Content({ view, overview }: { view: MapView; overview: Overview | undefined }) {
  const search = useSearch({ from: '/map' });
  const navigate = useNavigate();
  const chartChoices = useChartChoices();
  const choices = useMemo(() => [...chartChoices, tagChoice(view), CONFIDENCE], [chartChoices, view]);
  const { source, owner, domain, protocol, tag, confidence, at, from, to } = search;
  const drawable = canDraw();
  const asList = search.view === 'list' || !drawable;

  const natural = naturalGrouping(view);
  const grouping = search.colour === 'source' || search.colour === 'domain' ? search.colour : natural;
  const recolourable = kindsOf(view, 'domain') > 1 && kindsOf(view, 'source') > 1;
  const filter = useMemo(
    () => ({ source, owner, domain, protocol, tag, confidence }),
    [source, owner, domain, protocol, tag, confidence],
  );
  const shown = useMemo(() => shownNodes(view, filter), [view, filter]);
  // Apart from the names, which come later and would draw everything again.
  const { colours, coloursOfGroups } = useMemo(() => coloured(view, grouping), [view, grouping]);
  const gathered = useMemo(() => groupsOf(view, natural), [view, natural]);
  const nameOf = useCallback(
    (group: string) => overview?.domains.find(known => known.id === group)?.name ?? group,
    [overview],
  );
  const path = useQuery({ ...pathQuery(from ?? '', to ?? ''), enabled: from !== undefined && to !== undefined }).data;
  const way = useMemo(
    () => (path && from !== undefined && to !== undefined ? wayOnMap(path) : undefined),
    [path, from, to],
  );
  const serviceName = (id: string | undefined) =>
    id === undefined ? undefined : (view.nodes.find(each => each.kind === 'service' && each.id === id)?.name ?? id);
  // Places depend on one grouping only, so that changing the colours moves nothing.
  const places = useLayout(asList ? undefined : view, natural);
  const node = view.nodes.find(candidate => keyOf(candidate) === at);

  const change = (next: Partial<typeof search>) =>
    void navigate({ to: '/map', search: { ...search, ...next }, replace: true });
  const select = (key: string | undefined) => change({ at: key });
  const filters: Filters = filter;
  const services = view.nodes.filter(candidate => candidate.kind === 'service' && shown.has(keyOf(candidate))).length;
  const label = `Map of ${count(services, 'service')} and ${count(shown.size - services, 'channel')}. The list says the same in words.`;

  return (
    <>
      <div className="map-bar">
        <h1>Map</h1>
        <Finder view={view} shown={shown} onSelect={select} />
        <FilterBar
          filters={filters}
          choices={choices}
          onChange={({ source, owner, domain, protocol, tag, confidence }) =>
            change({ source, owner, domain, protocol, tag, confidence })
          }
        />
        {recolourable && !asList ? (
          <label className="filter">
            <span className="unseen">Colours</span>
            <select value={grouping} onChange={event => change({ colour: event.target.value })}>
              <option value="domain">Coloured by domain</option>
              <option value="source">Coloured by source</option>
            </select>
          </label>
        ) : null}
        {drawable ? (
          <button
            type="button"
            className="button"
            aria-pressed={asList}
            onClick={() => change({ view: asList ? undefined : 'list' })}
          >
            As a list
          </button>
        ) : null}
        {asList ? null : <MapExports view={view} shown={shown} filter={filter} places={places} colours={colours} />}
      </div>
      {drawable ? null : (
        <p className="map-missing">
          This browser does not offer WebGL, which the map is drawn with, so here is the same as a list.
        </p>
      )}
      {asList ? (
        <div className="map-words">
          <MapList view={view} shown={shown} />
        </div>
      ) : (
        <div className="map-area">
          <Suspense fallback={<Outline lines={3} />}>
            {places ? (
              <MapCanvas
                view={view}
                places={places}
                groups={gathered}
                nameOf={nameOf}
                colours={colours}
                filter={filter}
                way={way}
                shown={shown}
                selected={node ? at : undefined}
                onSelect={select}
                label={label}
              />
            ) : (
              <p className="map-wait" role="status">
                Laying out the map
              </p>
            )}
          </Suspense>
          <Legend
            groups={explained(coloursOfGroups, grouping, grouping === 'domain' ? nameOf : same)}
            grouping={grouping}
          />
          {from !== undefined || to !== undefined ? (
            <MapWay
              from={serviceName(from)}
              to={serviceName(to)}
              path={way ? path : undefined}
              onSelect={select}
              onClear={() => change({ from: undefined, to: undefined })}
              onSwap={from !== undefined && to !== undefined ? () => change({ from: to, to: from }) : undefined}
            />
          ) : null}
          {node ? (
            <MapPanel
              view={view}
              node={node}
              onSelect={select}
              onEnd={(end, service) => change({ [end]: service, at: undefined })}
            />
          ) : null}
        </div>
      )}
    </>
  );
}

const CONFIDENCE: Choice = {
  name: 'confidence',
  label: 'Any evidence',
  options: [
    { value: 'stated', label: 'Stated' },
    { value: 'supported', label: 'Supported' },
    { value: 'uncertain', label: 'Uncertain' },
  ],
};

/** Tags offered as a filter: the most frequent ones. */
const MOST_TAGS = 60;

function tagChoice(view: MapView): Choice {
  const counts = new Map<string, number>();
  for (const { tags } of view.nodes) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const frequent = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_TAGS);
  const options = frequent.map(([tag]) => ({ value: tag, label: tag })).sort((a, b) => (a.label < b.label ? -1 : 1));
  return { name: 'tag', label: 'Any tag', options };
}

function kindsOf(view: MapView, grouping: 'domain' | 'source'): number {
  return new Set(view.nodes.flatMap(node => node[grouping] ?? [])).size;
}

/** The colour variable of each node by its key, and of each group. */
function coloured(view: MapView, grouping: 'domain' | 'source') {
  const byNode = groupsOf(view, grouping);
  const coloursOfGroups = groupColours(byNode.values());
  const colours = new Map([...byNode].map(([key, group]) => [key, coloursOfGroups.get(group) ?? OTHER]));
  const present = new Set(byNode.values());
  return { colours, coloursOfGroups: new Map([...coloursOfGroups].filter(([group]) => present.has(group))) };
}

/** The groups that the legend explains; those that share a colour are one entry. */
function explained(
  coloursOfGroups: ReadonlyMap<string, string>,
  grouping: 'domain' | 'source',
  nameOf: (group: string) => string,
) {
  const isOther = (group: string, colour: string) => group !== '' && colour === OTHER;
  const groups = [...coloursOfGroups]
    .filter(([group, colour]) => !isOther(group, colour))
    .map(([group, colour]) => ({ name: nameOf(group), colour }));
  const others = [...coloursOfGroups].filter(([group, colour]) => isOther(group, colour)).length;
  if (others > 0) groups.push({ name: count(others, `other ${grouping}`), colour: OTHER });
  return groups;
}

function same(group: string): string {
  return group;
}
