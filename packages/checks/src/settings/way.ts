/**
 * The path of a location relative to a folder, with `..` where it leads up. Both may be relative to the same root, or
 * absolute; a location that is relative while the folder is absolute is taken to be relative to `root`. URLs stay.
 */
export function wayFrom(folder: string, location: string, root = ''): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) return location;
  const from = partsOf(folder);
  const to = partsOf(isAbsolute(location) || root === '' ? location : `${root}/${location}`);
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[a-z]:\/)/i.test(path);
}

function partsOf(path: string): string[] {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts;
}
