import { says } from '../../views/filter.ts';
import { teamSummary } from '../../views/summaries.ts';
import { page } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { pageOf, paging } from '../paging.ts';
import { text } from '../parameter.ts';

export const listTeams = operation({
  id: 'listTeams',
  path: '/api/v1/teams',
  summary: 'The teams, page by page',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { q: text('Only teams that have each of these words in their name or address.'), ...paging },
  answer: { description: 'A page of teams, sorted by id.', schema: page('TeamSummary') },
  run(values, { known }) {
    const found = known.snapshot.chart.teams.filter(team => says(values.q, [team.id, team.name, team.email]));
    const { items, ...rest } = pageOf(found, team => team.id, values);
    return { items: items.map(team => teamSummary(known, team)), ...rest };
  },
});
