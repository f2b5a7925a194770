/** Some of the names, and how many there are beyond: “A”, “B” or 7 more. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(name => `“${name}”`);
  if (names.length > shown.length) shown.push(`${names.length - shown.length} more`);
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : shown.join('');
}
