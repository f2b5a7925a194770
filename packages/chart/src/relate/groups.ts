/** Things that turn out to be the same thing, by name (union-find). */
export interface Groups {
  /** Says that two are the same. */
  join(a: string, b: string): void;
  /** The first name, in code-unit order, of all that are the same as this one: equal for equals, whatever the order of joining. */
  of(name: string): string;
}

export function createGroups(): Groups {
  const parents = new Map<string, string>();
  return { join, of };

  function of(name: string): string {
    let root = name;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    // Everybody on the way points straight at the root from now on.
    for (let step = name; step !== root; ) {
      const next = parents.get(step) as string;
      parents.set(step, root);
      step = next;
    }
    return root;
  }

  function join(a: string, b: string): void {
    const first = of(a);
    const second = of(b);
    if (first < second) parents.set(second, first);
    else if (second < first) parents.set(first, second);
  }
}
