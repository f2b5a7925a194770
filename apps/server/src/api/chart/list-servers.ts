import { says } from '../../views/filter.ts';
import { serverSummary } from '../../views/server-page.ts';
import { page } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { pageOf, paging } from '../paging.ts';
import { text } from '../parameter.ts';

export const listServers = operation({
  id: 'listServers',
  path: '/api/v1/servers',
  summary: 'The brokers and hosts, page by page',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: {
    protocol: text('Only those that speak this protocol, such as `kafka`.'),
    q: text('Only those that have each of these words in their host or names.'),
    ...paging,
  },
  answer: { description: 'A page of brokers and hosts, sorted by id.', schema: page('ServerSummary') },
  run(values, { known }) {
    const found = known.snapshot.chart.brokers.filter(
      ({ id, protocol, names }) => (values.protocol ?? protocol) === protocol && says(values.q, [id, ...names]),
    );
    const { items, ...rest } = pageOf(found, broker => broker.id, values);
    return { items: items.map(broker => serverSummary(known, broker)), ...rest };
  },
});
