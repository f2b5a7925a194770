import { faults } from '../../faults.ts';
import type { TriedView } from '../../port.ts';
import { tried } from '../../reviews/tried.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';
import { MOST_TRIED, TRIED_LIST, TRY } from '../schemas/reviews.ts';
import { knownIn } from './reviews-in.ts';

export const tryMessage = operation({
  id: 'tryMessage',
  method: 'POST',
  path: '/api/v1/messages/{id}/try',
  summary: 'Try a message against what each document says it looks like',
  description: 'Avro and Protobuf are judged by their JSON forms. What is sent is not kept.',
  tag: 'Questions',
  about: 'process',
  needs: 'read',
  parameters: { id: idOf('message') },
  body: { description: 'The payload of a message.', schema: TRY, limit: MOST_TRIED },
  answer: { description: 'A verdict for each document that defines the message.', schema: TRIED_LIST },
  faults: [faults.NOT_FOUND, faults.LOADING],
  async run({ id }, { body, serving }): Promise<{ items: TriedView[] }> {
    const { known } = knownIn(serving);
    const { payload } = body as { payload: unknown };
    const message = known.messages.get(id);
    if (!message) throw faults.NOT_FOUND({ kind: 'message', id });
    const items = message.described.map(async ({ document, id: own }) => {
      const service = known.serviceOfDocument.get(document);
      const read = known.snapshot.documents.get(document);
      const view = await tried(read?.contract, own, payload);
      const named = { document, title: read?.title ?? document, ...(service && { serviceName: service.name }) };
      return { ...named, version: read?.contract?.info.version ?? '', ...view };
    });
    return { items: await Promise.all(items) };
  },
});
