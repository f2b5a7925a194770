import { type Digest, digestOf, digestOfText, type Origin } from '@portolan/base';
import type { Operation } from '@portolan/contract';
import type { Evidence } from '@portolan/evidence/port';
import type { ChartedDocument } from '../model.ts';
import { onceFor } from './once.ts';

/**
 * Identity of the chart of some documents, from what the chart follows from: which documents there are, what they say, and
 * where the things stand that the chart points to. A comment or a blank line more changes nothing of that.
 *
 * @param documents sorted by id
 * @param evidence sorted by location
 */
export function chartDigest(documents: readonly ChartedDocument[], evidence: readonly Evidence[]): Digest {
  const lines = documents.map(({ id, source, path, contract, beside }) => [
    id,
    source,
    path,
    factsOf(contract),
    ...(beside?.owner ? [beside.owner] : []),
  ]);
  return digestOfText(JSON.stringify(evidence.length > 0 ? [lines, digestOf(evidence)] : lines));
}

/** A contract's own digest says nothing about places, because most of its readers do not care for them. */
const factsOf = onceFor(contract => {
  const { digest, info, channels, operations, messages } = contract;
  const places = [info, ...channels, ...operations, ...messages].map(({ origin }) => placeOf(origin));
  return digestOfText([digest, ...places, ...operations.flatMap(settledIn)].join('\n'));
});

/** What settings have settled, which stands in no document. */
function settledIn({ id, direction }: Operation): string[] {
  return direction.evidence.flatMap(({ kind, says, points, origin }) =>
    kind === 'settled' && origin ? [`${id} ${points} ${says} ${placeOf(origin)}`] : [],
  );
}

function placeOf({ source, pointer }: Origin): string {
  return `${source}#${pointer}`;
}
