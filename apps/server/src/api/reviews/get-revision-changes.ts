import type { Digest } from '@portolan/base';
import type { Catalog } from '@portolan/control';
import type { Revision } from '@portolan/stores/port';
import { faults } from '../../faults.ts';
import { revisionChanges } from '../../reviews/revision-changes.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf, text } from '../parameter.ts';
import { knownIn } from './reviews-in.ts';

export const getRevisionChanges = operation({
  id: 'getRevisionChanges',
  path: '/api/v1/documents/{id}/revisions/{digest}/changes',
  summary: 'What a revision changed, and who breaks',
  description:
    'Compared with the revision before, or with the one that `against` names. Consumers are those that the other ' +
    'documents name now. Decisions of the repository and of people here count.',
  tag: 'Changes',
  // Not only the documents: decisions count too.
  about: 'process',
  needs: 'read',
  parameters: {
    id: idOf('document'),
    digest: idOf('revision'),
    against: text('Digest of the revision to compare with, instead of the one before.'),
  },
  answer: { description: 'The verdict, the consumers and the changes.', schema: ref('RevisionChanges') },
  faults: [faults.NOT_FOUND, faults.LOADING],
  async run({ id, digest, against }, { serving }) {
    const { catalog, known } = knownIn(serving);
    const after = await revisionOf(catalog, id, digest);
    const before = against === undefined ? await previousOf(catalog, after) : await revisionOf(catalog, id, against);
    return await revisionChanges(catalog, known, { before, after }, serving.reviews);
  },
});

async function revisionOf(catalog: Catalog, id: string, digest: string): Promise<Revision> {
  const found = await catalog.revision(id, digest as Digest);
  if (!found) throw faults.NOT_FOUND({ kind: 'revision', id: `${digest} of ${id}` });
  return found;
}

/** The revision before; none where the document was new, or was removed in between. */
async function previousOf(catalog: Catalog, { document, sequence }: Revision): Promise<Revision | undefined> {
  const [earlier] = await catalog.history(document, { limit: 1, before: sequence });
  return earlier?.kind === 'revision' ? earlier : undefined;
}
