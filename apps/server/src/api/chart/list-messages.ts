import { passesMessage } from '../../views/filter.ts';
import { messageSummary } from '../../views/summaries.ts';
import { filters } from '../filters.ts';
import { page } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { pageOf, paging } from '../paging.ts';

export const listMessages = operation({
  id: 'listMessages',
  path: '/api/v1/messages',
  summary: 'The messages, page by page',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { ...filters, ...paging },
  answer: { description: 'A page of messages, sorted by id.', schema: page('MessageSummary') },
  run(values, { known }) {
    const found = known.snapshot.chart.messages.filter(message => passesMessage(known, message, values));
    const { items, ...rest } = pageOf(found, message => message.id, values);
    return { items: items.map(message => messageSummary(known, message)), ...rest };
  },
});
