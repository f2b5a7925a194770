import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Identity of content: `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`;

/** Digest of a text's UTF-8 bytes. */
export function digestOfText(text: string): Digest {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** Digest of plain data: equal for equal facts, whatever the order of their keys. */
export function digestOf(value: unknown): Digest {
  return digestOfText(canonical(value));
}

/** JSON with sorted keys and no white space; members that are undefined are left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonical(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(entry => entry[1] !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
