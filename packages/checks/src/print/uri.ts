/** A location as a URI reference (RFC 3986): what is one already stays, paths are escaped segment by segment. */
export function uriOf(location: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location))
    return encodeURI(location.toWellFormed()).replace(/%25(?=[\da-f]{2})/gi, '%');
  const path = location.replaceAll('\\', '/').split('/').map(segment).join('/');
  if (/^[a-z]%3A\//i.test(path)) return `file:///${path.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${path}` : path;
}

/** Halves of surrogate pairs have no UTF-8 and so no escape. */
function segment(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
