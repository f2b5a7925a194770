import type { Digest } from '@portolan/base';
import { contractOf } from '@portolan/control';
import { faults } from '../../faults.ts';
import type { NewTryView, TriedView } from '../../port.ts';
import { tried } from '../../reviews/tried.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { MOST_TRIED, TRIED_LIST, TRY_REVISIONS } from '../schemas/reviews.ts';
import { knownIn } from './reviews-in.ts';

export const tryRevisions = operation({
  id: 'tryRevisions',
  method: 'POST',
  path: '/api/v1/documents/{id}/try',
  summary: 'Try a message against revisions of a document',
  description: 'Avro and Protobuf are judged by their JSON forms. What is sent is not kept.',
  tag: 'Questions',
  about: 'process',
  needs: 'read',
  parameters: { id: idOf('document') },
  body: { description: 'The payload, the message and the revisions.', schema: TRY_REVISIONS, limit: MOST_TRIED },
  answer: { description: 'A verdict for each revision, in their order.', schema: TRIED_LIST },
  faults: [faults.NOT_FOUND, faults.LOADING],
  async run({ id }, { body, serving }): Promise<{ items: TriedView[] }> {
    const { catalog, known } = knownIn(serving);
    const { payload, message, revisions } = body as NewTryView;
    const title = known.snapshot.documents.get(id)?.title ?? id;
    const items: TriedView[] = [];
    for (const digest of revisions) {
      const revision = await catalog.revision(id, digest as Digest);
      if (!revision) throw faults.NOT_FOUND({ kind: 'revision', id: `${digest} of ${id}` });
      const contract = await contractOf(catalog, revision);
      const view = await tried(contract, message, payload);
      items.push({ document: id, title, revision: digest, version: contract?.info.version ?? '', ...view });
    }
    return { items };
  },
});
