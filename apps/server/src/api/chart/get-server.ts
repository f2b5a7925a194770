import { faults } from '../../faults.ts';
import { serverPage } from '../../views/server-page.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';

export const getServer = operation({
  id: 'getServer',
  path: '/api/v1/servers/{id}',
  summary: 'Everything about one broker or host',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('server') },
  answer: { description: 'The broker with what is on it, and what documents say about it.', schema: ref('ServerPage') },
  faults: [faults.NOT_FOUND],
  run({ id }, { known }) {
    const found = serverPage(known, id);
    if (!found) throw faults.NOT_FOUND({ kind: 'server', id });
    return found;
  },
});
