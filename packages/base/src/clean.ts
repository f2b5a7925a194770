/** Everything but tab and line feed: a document must not be able to move the cursor, recolour or retitle a terminal. */
const CONTROL = /(?![\t\n])\p{Cc}|\p{Bidi_Control}/gu;

/** Text from a document made safe to show: control characters and direction overrides become a visible mark. */
export function clean(text: string): string {
  return text.replace(CONTROL, '\ufffd');
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}
