/** Names as part of a sentence: `A`, `A and B`, `A, B and 3 more`. */
export function listed(names: readonly string[], shown = 3): string {
  const quoted = names.map(name => `\`${name}\``);
  if (quoted.length > shown) return `${quoted.slice(0, shown - 1).join(', ')} and ${quoted.length - shown + 1} more`;
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
