import { faults } from '../../faults.ts';
import { servicePage } from '../../views/service-page.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';

export const getService = operation({
  id: 'getService',
  path: '/api/v1/services/{id}',
  summary: 'Everything about one service',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('service') },
  answer: { description: 'The service.', schema: ref('ServicePage') },
  faults: [faults.NOT_FOUND],
  run({ id }, { known }) {
    const found = servicePage(known, id);
    if (!found) throw faults.NOT_FOUND({ kind: 'service', id });
    return found;
  },
});
