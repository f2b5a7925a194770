/** A part of a comment whose rows may be left out from the end. */
export interface Section {
  /** What stands before the rows, with the line break behind it. */
  readonly open: string;
  readonly rows: readonly string[];
  readonly close: string;
}

/**
 * The most bytes of a comment. GitHub refuses bodies of more than 65,536 characters; nothing has more characters than
 * bytes, and some room is left for the mark by which a comment is found again.
 */
export const MOST_BYTES = 65_000;

/** Room for saying how many rows were left out. */
const NOTE = 64;

/** Sections one after the other, each with as many rows as there is room for; what is left out is counted. */
export function fitted(head: string, sections: readonly Section[], most = MOST_BYTES): string {
  let text = head;
  let left = most - sizeOf(head) - NOTE;
  let lost = 0;
  for (const { open, rows, close } of sections) {
    const frame = sizeOf(open) + sizeOf(close) + NOTE + 2;
    if (rows.length === 0) continue;
    if (left < frame) {
      lost += rows.length;
      continue;
    }
    left -= frame;
    const shown: string[] = [];
    for (const row of rows) {
      const size = sizeOf(row) + 1;
      if (size > left) break;
      left -= size;
      shown.push(row);
    }
    const hidden = rows.length - shown.length;
    const note = hidden > 0 ? `\n… and ${hidden} more.\n` : '';
    text += `\n${open}${shown.map(row => `${row}\n`).join('')}${note}${close}`;
  }
  return lost > 0 ? `${text}\n… and ${lost} more.\n` : text;
}

/** A text cut where it gets long. */
export function clipped(text: string, most: number): string {
  const characters = [...text.slice(0, most * 2)];
  return characters.length <= most && text.length <= most * 2 ? text : `${characters.slice(0, most - 1).join('')}…`;
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
