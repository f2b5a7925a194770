import { lastKeyOf } from '@portolan/base';

/** A reference split into the file it names and the pointer inside it. */
export interface Target {
  /** Location in the same terms as the sources: relative to the root, or a URL. */
  readonly location: string;
  /** Undefined when the fragment is no JSON pointer. */
  readonly pointer: string | undefined;
}

/** Resolves a reference as written (RFC 3986, RFC 6901) against the file it stands in. */
export function targetOf(reference: string, base: string): Target {
  const hash = reference.indexOf('#');
  const file = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = hash < 0 ? '' : reference.slice(hash + 1);
  return { location: file === '' ? base : join(base, file), pointer: pointerFrom(fragment) };
}

/** Fragments are percent-encoded; the pointer inside is not. */
function pointerFrom(fragment: string): string | undefined {
  const pointer = decode(fragment);
  return pointer === '' || pointer.startsWith('/') ? pointer : undefined;
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True for `https://…` and every other reference with a scheme. */
export function isUrl(location: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(location);
}

/**
 * The scheme of a location in lower case, `urn` and `mailto` included; undefined for a path. A single letter is a drive
 * of Windows and no scheme.
 */
export function schemeOf(location: string): string | undefined {
  return /^([a-z][a-z0-9+.-]+):/i.exec(location)?.[1]?.toLowerCase();
}

/**
 * A file named relative to another one; `..` above the root stays visible so that loading can refuse it. A path that
 * begins with `/` begins at the root. Escapes are taken out of paths; in URLs they mean something.
 */
function join(base: string, file: string): string {
  if (isUrl(file) || isUrl(base)) return URL.parse(file, isUrl(base) ? base : undefined)?.href ?? file;
  if (schemeOf(file) !== undefined) return file;
  const path = decode(file);
  const parts: string[] = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Last key of a pointer, or the file's name without its ending: what people would call the thing. */
export function nameOf(location: string, pointer: string): string {
  const key = lastKeyOf(pointer);
  if (key !== undefined) return key;
  const file = location.split('/').at(-1) ?? location;
  return file.replace(/\.[^.]+$/, '') || file;
}
