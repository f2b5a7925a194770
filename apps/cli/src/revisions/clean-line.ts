// A document must not be able to move the cursor, recolour or retitle a terminal.
const CONTROL = /(?![\t\n])\p{Cc}|\p{Bidi_Control}/gu;

/** Text of a document on one line, with a mark in place of control characters and direction overrides. */
export function cleanLine(text: string): string {
  return text.replace(CONTROL, '\ufffd').replace(/\s+/g, ' ').trim();
}
