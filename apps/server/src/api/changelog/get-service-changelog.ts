import type { Catalog } from '@portolan/control';
import { changelogView } from '../../changes/changelog-view.ts';
import { faults } from '../../faults.ts';
import type { ChangelogPage } from '../../port.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { CHANGELOG_PAGE } from '../schemas/changelog.ts';

export const getServiceChangelog = operation({
  id: 'getServiceChangelog',
  path: '/api/v1/services/{id}/changelog',
  summary: 'What changed from version to version of a service',
  tag: 'Changes',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('service') },
  answer: { description: 'A changelog for each of its documents, the newest release first.', schema: CHANGELOG_PAGE },
  faults: [faults.NOT_FOUND],
  async run({ id }, { known, serving }): Promise<ChangelogPage> {
    const service = known.services.get(id);
    if (!service) throw faults.NOT_FOUND({ kind: 'service', id });
    const items = [];
    for (const name of service.documents) {
      const document = known.snapshot.documents.get(name);
      const view = document && (await changelogView(serving.catalog() as Catalog, known, document));
      if (view) items.push(view);
    }
    return { items, more: 0 };
  },
});
