/**
 * The words of a text as they are searched for: in lower case, split at blanks, dots, slashes, hyphens and wherever a name
 * changes case (`orderPlaced`, `HTTPServer`).
 */
export function wordsOf(text: string): string[] {
  return partsOf(text).flat();
}

/** The same as they are indexed: a name of several words is one word as well, for people who type it without the humps. */
export function indexedWordsOf(text: string): string[] {
  return partsOf(text).flatMap(parts => (parts.length > 1 ? [...parts, parts.join('')] : parts));
}

/** The words of each name in a text. */
function partsOf(text: string): string[][] {
  const names =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return names.map(name =>
    name.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u).map(part => part.toLowerCase()),
  );
}
