import type { Catalog } from '@portolan/control';
import { changelogView } from '../../changes/changelog-view.ts';
import type { ChangelogPage } from '../../port.ts';
import { operation } from '../operation.ts';
import { CHANGELOG_PAGE } from '../schemas/changelog.ts';

/** Documents whose past one answer looks through: those that changed last. */
const MOST_DOCUMENTS = 25;

export const getChangelog = operation({
  id: 'getChangelog',
  path: '/api/v1/changelog',
  summary: 'What changed from version to version, over all services',
  description: `Of the ${MOST_DOCUMENTS} documents that changed last; \`more\` says how many others there are.`,
  tag: 'Changes',
  about: 'chart',
  needs: 'read',
  parameters: {},
  answer: { description: 'The changelogs, those first that changed last.', schema: CHANGELOG_PAGE },
  async run(_, { known, serving }): Promise<ChangelogPage> {
    const catalog = serving.catalog() as Catalog;
    const documents = [...known.snapshot.documents.values()].sort((a, b) => b.sequence - a.sequence);
    const items = [];
    for (const document of documents.slice(0, MOST_DOCUMENTS)) {
      const view = await changelogView(catalog, known, document);
      if (view) items.push(view);
    }
    return { items, more: Math.max(0, documents.length - MOST_DOCUMENTS) };
  },
});
