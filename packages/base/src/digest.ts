import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Identity of content: `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`;

/** Digest of a text's UTF-8 bytes. */
export function digestOfText(text: string): Digest {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** Members that an identity does not depend on. */
export type Omit = (key: string, member: unknown) => boolean;

/** Digest of plain data: equal for equal facts, whatever the order of their keys. */
export function digestOf(value: unknown, omit?: Omit): Digest {
  return digestOfText(canonical(value, omit));
}

/** JSON with sorted keys and no white space; members that are undefined or omitted are left out. */
export function canonical(value: unknown, omit?: Omit): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(item => canonical(item ?? null, omit)).join(',')}]`;
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined || omit?.(key, member)) continue;
    parts.push(`${JSON.stringify(key)}:${canonical(member, omit)}`);
  }
  return `{${parts.join(',')}}`;
}
