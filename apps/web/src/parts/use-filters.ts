import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { mapQuery, overviewQuery, teamsQuery } from '../api/queries.ts';
import type { Choice, Filters } from './filter-bar.tsx';

/** The filters of the page's address, and a function that changes them without a new entry in the history. */
export function useFilters(): [Filters, (filters: Filters) => void] {
  const filters: Filters = useSearch({ strict: false });
  const navigate = useNavigate();
  return [filters, next => void navigate({ to: '.', search: next, replace: true })];
}

/** Source, owner, domain and protocol, with the values that the organisation has. */
export function useChartChoices(): readonly Choice[] {
  const overview = useQuery(overviewQuery).data;
  const teams = useInfiniteQuery(teamsQuery()).data?.pages.flatMap(page => page.items) ?? [];
  return [
    {
      name: 'source',
      label: 'Any source',
      options: (overview?.sources ?? []).map(({ name }) => ({ value: name, label: name })),
    },
    { name: 'owner', label: 'Any owner', options: teams.map(({ id, name }) => ({ value: id, label: name })) },
    {
      name: 'domain',
      label: 'Any domain',
      options: (overview?.domains ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'protocol',
      label: 'Any protocol',
      options: (overview?.protocols ?? []).map(({ protocol }) => ({ value: protocol, label: protocol })),
    },
  ];
}

/** Team, service and channel: what changes can be about. */
export function useThingChoices(): readonly Choice[] {
  const nodes = useQuery(mapQuery).data?.nodes ?? [];
  const teams = useChartChoices().find(({ name }) => name === 'owner')?.options ?? [];
  const named = (kind: 'service' | 'channel') =>
    nodes
      .filter(node => node.kind === kind)
      .map(({ id, name }) => ({ value: id, label: name }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
  return [
    { name: 'team', label: 'Any team', options: teams },
    { name: 'service', label: 'Any service', options: named('service') },
    { name: 'channel', label: 'Any channel', options: named('channel') },
  ];
}
