import type { Digest } from '@portolan/base';
import { faults } from '../../faults.ts';
import type { RevisionPage } from '../../port.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { summaryOf } from './list-revisions.ts';
import { textsOf } from './texts.ts';

export const getRevision = operation({
  id: 'getRevision',
  path: '/api/v1/documents/{id}/revisions/{digest}',
  summary: 'A document as it was',
  tag: 'Documents',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('document'), digest: idOf('revision') },
  answer: { description: 'The revision with its texts, the entry file first.', schema: ref('RevisionPage') },
  faults: [faults.NOT_FOUND],
  async run({ id, digest }, { serving }): Promise<RevisionPage> {
    const revision = await serving.catalog()?.revision(id, digest as Digest);
    if (!revision) throw faults.NOT_FOUND({ kind: 'revision', id: `${digest} of ${id}` });
    return { revision: summaryOf(revision), files: await textsOf(revision.files, serving) };
  },
});
