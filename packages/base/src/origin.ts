/**
 * Where a fact stands in the text it was read from: a source and a JSON pointer into it.
 * Lines and columns are computed late, from the pointer, because most facts are never shown.
 */
export interface Origin {
  /** Location of the source as it was given to the reader: a path relative to its root, or a URL. */
  readonly source: string;
  /** JSON pointer (RFC 6901) into the source; '' is the whole document. */
  readonly pointer: string;
  /** Set when the fact is about the member's name and not about its value. */
  readonly part?: 'key';
  /** Set when the value is text in a language of its own (Protobuf) and the fact is about a stretch of it; counted in the value. */
  readonly inside?: Range;
}

/** A place in text. Both numbers count from 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text; `end` is the first position after it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Appends keys to a JSON pointer, escaped as RFC 6901 section 3 demands. */
export function pointerOf(base: string, ...keys: readonly (string | number)[]): string {
  let pointer = base;
  for (const key of keys) pointer += `/${typeof key === 'string' ? escaped(key) : key}`;
  return pointer;
}

/** Most keys need nothing, and reading a document asks for thousands. */
function escaped(key: string): string {
  if (!key.includes('/') && !key.includes('~')) return key;
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The keys of a JSON pointer, unescaped. The empty pointer has none. */
export function keysOf(pointer: string): string[] {
  if (pointer === '') return [];
  const keys = pointer.split('/').slice(1);
  return pointer.includes('~') ? keys.map(unescaped) : keys;
}

/** The last key of a JSON pointer, unescaped: what people would call the thing there. The empty pointer has none. */
export function lastKeyOf(pointer: string): string | undefined {
  return pointer === '' ? undefined : unescaped(pointer.slice(pointer.lastIndexOf('/') + 1));
}

function unescaped(key: string): string {
  return key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key;
}
