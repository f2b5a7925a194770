import type { Link, LinkEvidence } from '@portolan/chart';

/** A confidence as a word and a sentence that says what it is worth. */
export const CONFIDENCE: Readonly<Record<Link['confidence'], { word: string; says: string }>> = {
  stated: { word: 'Stated', says: 'A document says so, and nothing contradicts it.' },
  supported: { word: 'Supported', says: 'A document says so, and other evidence agrees.' },
  uncertain: {
    word: 'Uncertain',
    says: 'The evidence disagrees: which way these messages flow is not certain.',
  },
};

const SEEN_IN: Readonly<Record<LinkEvidence['direction'][number]['kind'], string>> = {
  verb: 'The verb',
  'operation-id': 'The operation’s id',
  summary: 'The summary',
  description: 'The description',
  settled: 'The document’s x-portolan-direction',
  'consumer-group': 'The consumer group',
  'channel-key': 'The channel’s key',
  address: 'The address',
  'other-documents': 'Other documents:',
  'other-verbs': 'Other verbs:',
  infrastructure: 'Infrastructure:',
};

/** Where a piece was seen. A direction may be settled in the document or in the settings of its team. */
function seenIn({ kind, origin }: LinkEvidence['direction'][number]): string {
  return kind === 'settled' && origin ? `${origin.source}:` : SEEN_IN[kind];
}

/** One piece of evidence as sentences: where it stands, and which way each thing that was seen there points. */
export function evidenceInWords(evidence: LinkEvidence): string[] {
  const where = `Operation ${evidence.operation} in ${evidence.document}, written as “${evidence.verb}”.`;
  const seen = evidence.direction.map(
    piece => `${seenIn(piece)} “${piece.says}” points to ${piece.points === 'send' ? 'sending' : 'receiving'}.`,
  );
  return [where, ...seen];
}
