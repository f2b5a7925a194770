import { faults } from '../../faults.ts';
import { domainPage } from '../../views/domain-page.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';

export const getDomain = operation({
  id: 'getDomain',
  path: '/api/v1/domains/{id}',
  summary: 'Everything about one domain',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('domain') },
  answer: { description: 'The domain, and the domains that it exchanges messages with.', schema: ref('DomainPage') },
  faults: [faults.NOT_FOUND],
  run({ id }, { known }) {
    const found = domainPage(known, id);
    if (!found) throw faults.NOT_FOUND({ kind: 'domain', id });
    return found;
  },
});
