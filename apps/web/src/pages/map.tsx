import type { MapView, Overview } from '@portolan/server/port';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { mapQuery, overviewQuery } from '../api/queries.ts';
import { canDraw } from '../map/can-draw.ts';
import { groupsOf, keyOf, naturalGrouping, shownNodes } from '../map/chart-graph.ts';
import { Finder } from '../map/finder.tsx';
import { Legend } from '../map/legend.tsx';
import { MapList } from '../map/map-list.tsx';
import { MapPanel } from '../map/map-panel.tsx';
import { groupColours, OTHER } from '../map/palette.ts';
import { useLayout } from '../map/use-layout.ts';
import { FilterBar, type Filters } from '../parts/filter-bar.tsx';
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
  const choices = useChartChoices().filter(choice => choice.name !== 'owner');
  const { source, domain, protocol, at } = search;
  const drawable = canDraw();
  const asList = search.view === 'list' || !drawable;

  const natural = naturalGrouping(view);
  const grouping = search.colour === 'source' || search.colour === 'domain' ? search.colour : natural;
  const recolourable = kindsOf(view, 'domain') > 1 && kindsOf(view, 'source') > 1;
  const shown = useMemo(() => shownNodes(view, { source, domain, protocol }), [view, source, domain, protocol]);
  const { colours, groups } = useMemo(() => coloured(view, grouping, overview), [view, grouping, overview]);
  // Places depend on one grouping only, so that changing the colours moves nothing.
  const places = useLayout(asList ? undefined : view, natural);
  const node = view.nodes.find(candidate => keyOf(candidate) === at);

  const change = (next: Partial<typeof search>) =>
    void navigate({ to: '/map', search: { ...search, ...next }, replace: true });
  const select = (key: string | undefined) => change({ at: key });
  const filters: Filters = { source, domain, protocol };
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
          onChange={next => change({ source: next.source, domain: next.domain, protocol: next.protocol })}
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
                colours={colours}
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
          <Legend groups={groups} grouping={grouping} />
          {node ? <MapPanel view={view} node={node} onSelect={select} /> : null}
        </div>
      )}
    </>
  );
}

function kindsOf(view: MapView, grouping: 'domain' | 'source'): number {
  return new Set(view.nodes.flatMap(node => node[grouping] ?? [])).size;
}

/** The colour variable of each node, and the groups that the legend explains. */
function coloured(view: MapView, grouping: 'domain' | 'source', overview: Overview | undefined) {
  const byNode = groupsOf(view, grouping);
  const byGroup = groupColours(byNode.values());
  const colours = new Map([...byNode].map(([key, group]) => [key, byGroup.get(group) ?? '--group-other']));
  const present = new Set(byNode.values());
  const nameOf = (group: string) =>
    overview?.domains.find(domain => grouping === 'domain' && domain.id === group)?.name ?? group;
  const groups = [...byGroup]
    .filter(([group, colour]) => present.has(group) && (group === '' || colour !== OTHER))
    .map(([group, colour]) => ({ name: nameOf(group), colour }));
  const unnamed = [...present].filter(group => group !== '' && byGroup.get(group) === OTHER).length;
  if (unnamed > 0) groups.push({ name: count(unnamed, `other ${grouping}`), colour: OTHER });
  return { colours, groups };
}
