import { sha256Of } from '#sha256';

/** Identity of content: `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`;

/** Digest of a text's UTF-8 bytes. */
export function digestOfText(text: string): Digest {
  return `sha256:${sha256Of(text)}`;
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
  // Texts that grow are cheaper than lists that are joined.
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ','}${canonical(item ?? null, omit)}`;
    return `[${text}]`;
  }
  for (const key of sortedKeys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined || omit?.(key, member)) continue;
    text += `${text && ','}${JSON.stringify(key)}:${canonical(member, omit)}`;
  }
  return `{${text}}`;
}

/** By insertion: facts have few members, most of them in order already, and a list is made for nothing more. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  if (keys.length > MANY) return keys.sort();
  for (let from = 1; from < keys.length; from++) {
    const key = keys[from] as string;
    let to = from;
    for (; to > 0 && (keys[to - 1] as string) > key; to--) keys[to] = keys[to - 1] as string;
    keys[to] = key;
  }
  return keys;
}

/** Members from which on sorting pays for what it needs. */
const MANY = 30;
