/** A line with what hangs on it. */
export interface Branch {
  readonly text: string;
  readonly branches?: readonly Branch[];
}

/** Branches as lines with the strokes of a tree. */
export function treeLines(branches: readonly Branch[]): string[] {
  return branches.flatMap(({ text, branches: below = [] }, at) => {
    const last = at === branches.length - 1;
    const inner = treeLines(below).map(line => `${last ? '   ' : '│  '}${line}`);
    return [`${last ? '└─' : '├─'} ${text}`, ...inner];
  });
}

/** A heading with its tree. */
export function block(heading: string, branches: readonly Branch[]): string {
  return [heading, ...treeLines(branches)].join('\n');
}

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
