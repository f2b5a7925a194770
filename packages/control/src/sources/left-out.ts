const MIB = 1024 * 1024;

/** Files of a source that are not read, by locations. */
export interface LeftOut {
  /** True when there are more files than are looked at. */
  readonly cut: boolean;
  readonly tooLarge: readonly string[];
  readonly unreadable: readonly string[];
  readonly unlisted?: readonly string[];
}

/** Which files are left out and why, as one text for people; '' when none is. */
export function tellLeftOut(
  { cut, tooLarge, unreadable, unlisted = [] }: LeftOut,
  { maxBytes, maxFiles }: { readonly maxBytes: number; readonly maxFiles: number },
): string {
  const limit = `larger than ${maxBytes < MIB ? `${maxBytes / 1024} KiB` : `${maxBytes / MIB} MiB`}`;
  const parts = [
    cut ? `There are more than ${maxFiles} YAML and JSON files; the rest was not looked at.` : '',
    named(tooLarge, `are not read because they are ${limit}`, `is not read because it is ${limit}`),
    named(unreadable, 'cannot be opened', 'cannot be opened'),
    named(unlisted, 'cannot be listed', 'cannot be listed'),
  ];
  return parts.filter(part => part !== '').join(' ');
}

/** `a.yaml, b.yaml and 3 more are …`: at most three names. */
function named(names: readonly string[], are: string, is: string): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${shown}${more} ${names.length === 1 ? is : are}.`;
}
