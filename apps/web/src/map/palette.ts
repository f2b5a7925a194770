/** Names of the colours of groups, in the order they are given out. Their values are in colour.css. */
const GROUP_COLOURS = [
  '--group-1',
  '--group-2',
  '--group-3',
  '--group-4',
  '--group-5',
  '--group-6',
  '--group-7',
  '--group-8',
];

/** Of what belongs to no group, and of every group beyond the eighth: more hues could not be told apart. */
export const OTHER = '--group-other';

/**
 * The colour variable of each group. The largest groups get the colours, in the order of their names, so that a colour
 * changes its group only when another group outgrows it.
 * @param groups the group of each node
 */
export function groupColours(groups: Iterable<string>): ReadonlyMap<string, string> {
  const sizes = new Map<string, number>();
  for (const group of groups) if (group !== '') sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const bySize = [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([group]) => group);
  const coloured = bySize.slice(0, GROUP_COLOURS.length).sort();
  const others = bySize.slice(GROUP_COLOURS.length).sort();
  return new Map([
    ...coloured.map((group, index) => [group, GROUP_COLOURS[index] ?? OTHER] as const),
    ...others.map(group => [group, OTHER] as const),
    ['', OTHER],
  ]);
}

/** Values of colour variables as the canvas understands them, in the theme that is in force at an element. */
export function coloursAt(element: Element, variables: Iterable<string>): ReadonlyMap<string, string> {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const values = new Map<string, string>();
  for (const variable of variables) {
    probe.style.color = `var(${variable})`;
    values.set(variable, getComputedStyle(probe).color);
  }
  probe.remove();
  return values;
}
