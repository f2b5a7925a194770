/** Names as browsers put them into their long descriptions; the first that fits counts. */
const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const SYSTEMS = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** What a browser that calls itself so is called by people: `Firefox on Linux`. Other programs by their first word. */
export function browserName(agent: string | undefined): string {
  if (agent === undefined || agent === '') return 'Unknown';
  const browser = BROWSERS.find(([sign]) => agent.includes(sign))?.[1];
  const system = SYSTEMS.find(([sign]) => agent.includes(sign))?.[1];
  if (browser === undefined) return agent.split(/[/ ]/)[0] as string;
  return system === undefined ? browser : `${browser} on ${system}`;
}
