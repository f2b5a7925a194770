/** A name as an id that reads well in a URL: lower case, words joined by hyphens, at most 120 characters. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 120);
  return words || 'unnamed';
}
