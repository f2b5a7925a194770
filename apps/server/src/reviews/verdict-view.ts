import { reportOf } from '@portolan/checks';
import { type ComparedDocument, type Consumer, reportOf as changesOf, verdictOf } from '@portolan/review';
import type { ConsumerView, ReviewVerdict } from '../port.ts';
import type { Known } from '../views/known.ts';

/** What the changes of documents come to, without a word about findings. */
export function verdictView(documents: readonly ComparedDocument[], known: Known): ReviewVerdict {
  const changes = changesOf(documents);
  const isSmall = documents.some(({ version }) => version?.enough === false);
  const failing = { findings: false, changes: false, version: isSmall };
  const { kind, says, versions, consumers } = verdictOf({ against: '', findings: reportOf([]), changes, failing });
  return { kind, says, versions, consumers: consumers.map(consumer => consumerView(consumer, known)) };
}

/** A consumer with the ids of its pages, as far as the chart has them. */
export function consumerView(consumer: Consumer, known: Known): ConsumerView {
  const service = known.services.get(consumer.service);
  return { ...consumer, charted: service !== undefined, ...(service?.owner && { ownerId: service.owner }) };
}
