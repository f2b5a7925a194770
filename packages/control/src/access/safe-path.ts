/** An address that nobody else has: paths are read as if they stood below it. */
const HERE = 'http://portolan.invalid';

/**
 * Where to go after the sign-in, if that is a page of ours; else the first page. What browsers take for another host
 * (`//example.com`, `/\example.com`, control characters that they drop) is none of ours.
 */
export function safePath(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith('/') || wanted.length > 2_000) return '/';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/^\/[/\\]|[\\\x00-\x1f\x7f]/.test(wanted) || !URL.canParse(wanted, HERE)) return '/';
  const url = new URL(wanted, HERE);
  if (url.origin !== HERE || url.pathname.startsWith('//') || url.pathname.startsWith('/api/')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
