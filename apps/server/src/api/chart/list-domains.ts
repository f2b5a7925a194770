import { domainSummary } from '../../views/domain-page.ts';
import { says } from '../../views/filter.ts';
import { page } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { pageOf, paging } from '../paging.ts';
import { text } from '../parameter.ts';

export const listDomains = operation({
  id: 'listDomains',
  path: '/api/v1/domains',
  summary: 'The domains, page by page',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { q: text('Only domains that have each of these words in their name.'), ...paging },
  answer: { description: 'A page of domains, sorted by id.', schema: page('DomainSummary') },
  run(values, { known }) {
    const found = known.snapshot.chart.domains.filter(({ id, name }) => says(values.q, [id, name]));
    const { items, ...rest } = pageOf(found, domain => domain.id, values);
    return { items: items.map(domain => domainSummary(known, domain)), ...rest };
  },
});
