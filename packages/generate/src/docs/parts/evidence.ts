import { type Html, html } from '../html.ts';
import type { DocsEvidence, DocsLink } from '../model.ts';

/** A confidence as a mark, a word and a sentence that says what it is worth. */
export const CONFIDENCE: Readonly<Record<DocsLink['confidence'], { mark: string; word: string; says: string }>> = {
  stated: { mark: '✓', word: 'Stated', says: 'A document says so, and nothing contradicts it.' },
  supported: { mark: '✓✓', word: 'Supported', says: 'A document says so, and other evidence agrees.' },
  uncertain: {
    mark: '?',
    word: 'Uncertain',
    says: 'The evidence disagrees: which way these messages flow is not certain.',
  },
};

/** What a direction is worth, as a badge that opens to its evidence. */
export function confidence({ confidence: worth, evidence }: DocsLink): Html {
  const { mark, word, says } = CONFIDENCE[worth];
  const lists = evidence.map(item => html`<ul>${evidenceInWords(item).map(words => html`<li>${words}</li>`)}</ul>`);
  return html`<details class="evidence"><summary class="confidence confidence-${worth}"><span aria-hidden="true" class="confidence-mark">${mark}</span>${word}</summary><div class="evidence-box"><p><strong>${word}.</strong> ${says}</p>${lists}</div></details>`;
}

/** One piece of evidence as sentences: where it stands, and which way each thing that was seen there points. */
export function evidenceInWords({ kind, document, operation, verb, direction = [], reply }: DocsEvidence): string[] {
  const subject = operation === undefined ? `Evidence of the kind ${kind}` : `Operation ${operation}`;
  const place = document === undefined ? '' : ` in ${document}`;
  const written = verb === undefined ? '' : `, written as “${verb}”`;
  const seen = direction.map(
    piece => `${wordOf(piece.kind)} “${piece.says}” points to ${piece.points === 'send' ? 'sending' : 'receiving'}.`,
  );
  return [`${subject}${place}${written}${reply ? ', answered by a reply' : ''}.`, ...seen];
}

const SEEN_IN: Readonly<Record<string, string>> = { 'operation-id': 'The operation’s id' };

function wordOf(kind: string): string {
  return SEEN_IN[kind] ?? `The ${kind.replaceAll('-', ' ')}`;
}
