import { faults } from '../../faults.ts';
import { channelPage } from '../../views/channel-page.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';

export const getChannel = operation({
  id: 'getChannel',
  path: '/api/v1/channels/{id}',
  summary: 'Everything about one channel',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('channel') },
  answer: { description: 'The channel.', schema: ref('ChannelPage') },
  faults: [faults.NOT_FOUND],
  run({ id }, { known }) {
    const found = channelPage(known, id);
    if (!found) throw faults.NOT_FOUND({ kind: 'channel', id });
    return found;
  },
});
