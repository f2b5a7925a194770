/** Name of the page about a kind of finding, in `docs/reference/rules`. */
export function pageOf(code: string): string {
  return `${code.toLowerCase().replaceAll('_', '-')}.md`;
}
