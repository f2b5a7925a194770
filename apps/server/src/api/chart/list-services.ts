import { passesService } from '../../views/filter.ts';
import { serviceSummary } from '../../views/summaries.ts';
import { filters } from '../filters.ts';
import { page } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { pageOf, paging } from '../paging.ts';

export const listServices = operation({
  id: 'listServices',
  path: '/api/v1/services',
  summary: 'The services, page by page',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { ...filters, ...paging },
  answer: { description: 'A page of services, sorted by id.', schema: page('ServiceSummary') },
  run(values, { known }) {
    const found = known.snapshot.chart.services.filter(service => passesService(service, values));
    const { items, ...rest } = pageOf(found, service => service.id, values);
    return { items: items.map(service => serviceSummary(known, service)), ...rest };
  },
});
