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
const OTHER = '--group-other';

/** The colour variable of each group, by the order of the groups' names. */
export function groupColours(groups: Iterable<string>): ReadonlyMap<string, string> {
  const names = [...new Set(groups)].filter(name => name !== '').sort();
  const colours = new Map(names.map((name, index) => [name, GROUP_COLOURS[index] ?? OTHER]));
  return colours.set('', OTHER);
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
