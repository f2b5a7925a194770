/**
 * Whether a path fits a pattern of a CODEOWNERS file, which are those of `.gitignore` (gitignore(5)): one with a slash at
 * its beginning or inside begins at the top, any other fits at every depth; one that names a folder fits all that is in
 * it; `*` is anything but a slash, `**` any number of folders. As on GitHub, `docs/*` fits what is in `docs` itself.
 *
 * @param path from the top, with `/` between its parts
 */
export function fitsPath(pattern: string, path: string): boolean {
  return pathPattern(pattern)(path.split('/'));
}

/** The same for many paths, given in their parts. */
export function pathPattern(pattern: string): (parts: readonly string[]) => boolean {
  const folder = pattern.endsWith('/');
  const bare = pattern.replace(/^\/+|\/+$/g, '');
  if (bare === '') return () => true;
  const anchored = pattern.startsWith('/') || bare.includes('/');
  const wanted = [...(anchored ? [] : ['**']), ...bare.split('/')];
  const last = wanted.at(-1) as string;
  // Most patterns name the first folder, and most paths are in another one.
  const first = anchored && !/[*?]/.test(wanted[0] as string) ? wanted[0] : undefined;
  // A folder has all that is below it, unless the pattern ends with a star, which is one level.
  const below = last === '*' ? undefined : last === '**' ? wanted : [...wanted, '**', '*'];
  return parts => {
    if (first !== undefined && parts[0] !== first) return false;
    if (last !== '**' && !folder && partsFit(wanted, parts)) return true;
    return below !== undefined && partsFit(below, parts);
  };
}

function partsFit(wanted: readonly string[], parts: readonly string[]): boolean {
  return fits(
    wanted,
    parts,
    part => part === '**',
    (part, own) => fits([...part], [...own], char => char === '*', charFits),
  );
}

function charFits(wanted: string, own: string): boolean {
  return wanted === '?' || wanted === own;
}

/** Matching with a joker for any number of items, in time that grows with the product of both lengths at most. */
function fits(
  wanted: readonly string[],
  items: readonly string[],
  isJoker: (want: string) => boolean,
  alike: (want: string, item: string) => boolean,
): boolean {
  let [w, i, joker, from] = [0, 0, -1, 0];
  while (i < items.length) {
    const want = wanted[w];
    if (want !== undefined && isJoker(want)) [joker, from, w] = [w, i, w + 1];
    else if (want !== undefined && alike(want, items[i] as string)) [w, i] = [w + 1, i + 1];
    else if (joker >= 0) [w, i] = [joker + 1, ++from];
    else return false;
  }
  while (w < wanted.length && isJoker(wanted[w] as string)) w++;
  return w === wanted.length;
}
