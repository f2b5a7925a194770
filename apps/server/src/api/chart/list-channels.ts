import { passesChannel } from '../../views/filter.ts';
import { channelSummary } from '../../views/summaries.ts';
import { filters } from '../filters.ts';
import { page } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { pageOf, paging } from '../paging.ts';

export const listChannels = operation({
  id: 'listChannels',
  path: '/api/v1/channels',
  summary: 'The channels, page by page',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { ...filters, ...paging },
  answer: { description: 'A page of channels, sorted by id.', schema: page('ChannelSummary') },
  run(values, { known }) {
    const found = known.snapshot.chart.channels.filter(channel => passesChannel(known, channel, values));
    const { items, ...rest } = pageOf(found, channel => channel.id, values);
    return { items: items.map(channel => channelSummary(known, channel)), ...rest };
  },
});
