import type { Range } from '@portolan/base';
import type { Place } from '../../parts/gleaning.ts';
import { type Cursor, demand, HclFlaw, lineEnd, nested, rangesOf, skip, take, takeName } from './cursor.ts';
import { expression } from './expression.ts';
import type { Attribute, Block, Body } from './model.ts';

/** The body of a file, as far as it can be read, and what is wrong with the rest. */
export interface ReadBody extends Body {
  readonly flaws: readonly { readonly reason: string; readonly range: Range }[];
}

/** Times that reading begins again behind a flaw, because each may have looked to the end of the text. */
const MOST_TRIES = 100;
/** Flaws of one file that are told; the rest most often follows from these. */
const MOST_FLAWS = 5;

/** Reads a file of HCL. Never throws: what cannot be read is a flaw, and reading goes on with the next block. */
export function readHcl(location: string, text: string): ReadBody {
  const rangeOf = rangesOf(text);
  const at = (start: number, end: number): Place => ({ source: location, pointer: '', inside: rangeOf(start, end) });
  const cursor: Cursor = { text, at: 0, depth: 0 };
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  const flaws: { reason: string; range: Range }[] = [];
  for (let failed = 0; cursor.at < text.length && failed < MOST_TRIES; ) {
    const start = cursor.at;
    try {
      const { more } = item(cursor, at, attributes, blocks);
      if (!more && cursor.at < text.length) throw new HclFlaw('a name is missing', cursor.at);
    } catch (flaw) {
      if (!(flaw instanceof HclFlaw)) throw flaw;
      failed++;
      const where = Math.min(flaw.at, text.length);
      if (flaws.length < MOST_FLAWS)
        flaws.push({ reason: flaw.reason, range: rangeOf(where, Math.max(where, lineEnd(text, where))) });
      cursor.depth = 0;
      cursor.at = nextItem(text, Math.max(start, lineStart(text, start)));
    }
  }
  return { attributes, blocks, flaws };
}

/** Top-level blocks begin at the beginning of a line. */
function nextItem(text: string, from: number): number {
  const begins = /^[\p{L}_]/gmu;
  begins.lastIndex = lineEnd(text, from) + 1;
  if (begins.lastIndex > text.length) return text.length;
  return begins.exec(text)?.index ?? text.length;
}

function lineStart(text: string, from: number): number {
  let at = from;
  // Blanks before what could not be read are none of it.
  while (at < text.length && /\s/.test(text[at] as string)) at++;
  return at;
}

type At = (start: number, end: number) => Place;

/** Reads one attribute or block; `more` is false when there is none. */
function item(cursor: Cursor, at: At, attributes: Attribute[], blocks: Block[]): { readonly more: boolean } {
  skip(cursor);
  const start = cursor.at;
  const name = takeName(cursor) ?? quotedName(cursor);
  if (name === undefined) return { more: false };
  skip(cursor, false);
  if (cursor.text[cursor.at] === '=' && cursor.text[cursor.at + 1] !== '=') {
    cursor.at++;
    const value = expression(cursor, false);
    attributes.push({ name, value, at: at(start, cursor.at) });
    return { more: true };
  }
  const labels: string[] = [];
  for (let label = labelOf(cursor); label !== undefined; label = labelOf(cursor)) labels.push(label);
  const head = at(start, Math.max(start, cursor.at));
  demand(cursor, '{');
  blocks.push({ type: name, labels, at: head, ...body(cursor, at) });
  return { more: true };
}

function body(cursor: Cursor, at: At): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  nested(cursor, () => {
    while (item(cursor, at, attributes, blocks).more) take(cursor, ',');
  });
  skip(cursor);
  demand(cursor, '}');
  return { attributes, blocks };
}

function labelOf(cursor: Cursor): string | undefined {
  skip(cursor, false);
  return quotedName(cursor) ?? takeName(cursor);
}

/** A label has no holes. */
function quotedName(cursor: Cursor): string | undefined {
  const found = /"([^"\n$%]*)"/y;
  found.lastIndex = cursor.at;
  const label = found.exec(cursor.text);
  if (label) cursor.at += label[0].length;
  return label?.[1];
}
