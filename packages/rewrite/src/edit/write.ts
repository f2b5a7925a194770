import { Document, type Scalar } from 'yaml';
import type { Layout } from '../tree/layout.ts';

/** Where a scalar is to be written. */
export interface Spot {
  /** The quotes that stood there, or that are usual in the file. */
  readonly quotes: '"' | "'";
  /** Whether what stood there was quoted: it stays so. */
  readonly quoted: boolean;
  readonly json: boolean;
}

/** A scalar on one line, in the style of the one that stood there; collections between brackets. */
export function inline(value: unknown, spot: Spot): string {
  if (spot.json) return spacedJson(value);
  if (typeof value === 'string') return spot.quoted || !isPlain(value) ? quote(value, spot.quotes) : value;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inside = { ...spot, quoted: false };
  if (Array.isArray(value)) return `[${value.map(item => inline(item, inside)).join(', ')}]`;
  const members = Object.entries(value).map(([key, member]) => `${inline(key, inside)}: ${inline(member, inside)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** How the scalar that stands somewhere is written. */
export function spotOf(scalar: Partial<Scalar> | undefined, layout: Layout): Spot {
  const quoted = scalar?.type === 'QUOTE_DOUBLE' || scalar?.type === 'QUOTE_SINGLE';
  const usual = layout.singleQuotes ? "'" : '"';
  return {
    quotes: quoted ? (scalar.type === 'QUOTE_DOUBLE' ? '"' : "'") : usual,
    quoted,
    json: layout.json,
  };
}

/** Texts that need no quotes anywhere, in the eyes of readers of YAML 1.1 and 1.2. Stricter than YAML itself. */
function isPlain(text: string): boolean {
  if (/^(null|true|false|yes|no|on|off|y|n)$/i.test(text)) return false;
  if (/^\d+\.\d+\.\d+[\w.+-]*$/.test(text)) return true;
  return (
    /^[\p{L}_$/](?:[\p{L}\p{N}\p{M} _$/.;+()=<?-]|:(?![ ]|$)(?=[\p{L}\p{N}/]))*$/u.test(text) && !text.endsWith(' ')
  );
}

function quote(text: string, quotes: Spot['quotes']): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that single quotes cannot hold.
  if (quotes === "'" && !/[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ud800-\udfff]/.test(text)) {
    return `'${text.replaceAll("'", "''")}'`;
  }
  return JSON.stringify(text).replace(/[\u007f-\u00a0\u2028\u2029\ufeff]/g, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** JSON on one line, with the spaces that people put into it. */
export function spacedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spacedJson).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${spacedJson(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** YAML over several lines, each further in by `indent`, without a line break at the end. */
export function blockLines(value: unknown, indent: string, layout: Layout): string {
  const { indent: step, indentLists, singleQuotes, eol } = layout;
  const text = new Document(value, { aliasDuplicateObjects: false }).toString({
    indent: step,
    indentSeq: indentLists,
    singleQuote: singleQuotes,
    lineWidth: 0,
    doubleQuotedAsJSON: true,
  });
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map(line => (line === '' ? '' : indent + line)).join(eol);
}
