import { isIpv6 } from './hosts.ts';

/** Addresses as RFC 3986 writes them, and RFC 3987 with the letters of all languages. */

/** RFC 3986, appendix B, with schemes as they may be. */
const PARTS = /^(?:([A-Za-z][A-Za-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
const AUTHORITY = /^(?:([^@]*)@)?(\[[^\]]*\]|[^:@[\]]*)(?::\d*)?$/;
const FUTURE = /^v[\da-f]+\.[\w\-.~!$&'()*+,;=:]+$/i;

const CHARACTERS = "\\w\\-.~!$&'()*+,;=";
const INTERNATIONAL =
  '\\u{a0}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{ffef}\\u{10000}-\\u{dffff}\\u{e1000}-\\u{efffd}';
const PRIVATE = '\\u{e000}-\\u{f8ff}\\u{f0000}-\\u{10ffff}';

interface Grammar {
  readonly name: RegExp;
  readonly user: RegExp;
  readonly path: RegExp;
  readonly query: RegExp;
  readonly fragment: RegExp;
}

function grammar(more: string, inQuery: string): Grammar {
  const of = (characters: string) => new RegExp(`^(?:[${CHARACTERS}${characters}]|%[\\dA-Fa-f]{2})*$`, 'u');
  return {
    name: of(more),
    user: of(`:${more}`),
    path: of(`:@/${more}`),
    query: of(`:@/?${more}${inQuery}`),
    fragment: of(`:@/?${more}`),
  };
}

const URI = grammar('', '');
let international: Grammar | undefined;

/** Made when the first is met: few ever are. */
function iri(): Grammar {
  international ??= grammar(INTERNATIONAL, PRIVATE);
  return international;
}

export function isUri(text: string): boolean {
  return isAddress(text, URI, true);
}

export function isUriReference(text: string): boolean {
  return isAddress(text, URI, false);
}

export function isIri(text: string): boolean {
  return isAddress(text, iri(), true);
}

export function isIriReference(text: string): boolean {
  return isAddress(text, iri(), false);
}

function isAddress(text: string, grammar: Grammar, isAbsolute: boolean): boolean {
  const parts = PARTS.exec(text);
  if (!parts) return false;
  const [, scheme, authority, path = '', query = '', fragment = ''] = parts;
  if (scheme === undefined && isAbsolute) return false;
  if (scheme === undefined && authority === undefined && /^[^/]*:/.test(path)) return false;
  if (authority !== undefined && !isAuthority(authority, grammar)) return false;
  return grammar.path.test(path) && grammar.query.test(query) && grammar.fragment.test(fragment);
}

function isAuthority(text: string, grammar: Grammar): boolean {
  const [whole, user = '', host = ''] = AUTHORITY.exec(text) ?? [];
  if (whole === undefined || !grammar.user.test(user)) return false;
  if (!host.startsWith('[')) return grammar.name.test(host);
  const literal = host.slice(1, -1);
  return isIpv6(literal) || FUTURE.test(literal);
}
