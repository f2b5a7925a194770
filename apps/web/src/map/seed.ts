/** A place on the map, in units of its own. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places of the nodes by key. */
export type Places = ReadonlyMap<string, Point>;

/** Distance of the groups' centres from the middle, and how far members start from their centre. */
const RING = 100;
const SPREAD = 30;

/** Up to how many groups stand on one ring; more fill a disc, as the seeds of a sunflower do. */
const MOST_ON_RING = 8;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Where each node starts before the layout moves it: near the centre of its group, groups in the order of their names.
 * It depends on nothing but keys and groups, so the same chart is drawn the same way on every visit, and a node that is
 * added moves the others little.
 */
export function startPlaces(groups: ReadonlyMap<string, string>): ReadonlyMap<string, Point> {
  const names = [...new Set(groups.values())].sort();
  const centres = new Map(names.map((name, index) => [name, centreOf(index, names.length)]));
  const places = new Map<string, Point>();
  for (const [key, group] of groups) {
    const centre = centres.get(group) ?? { x: 0, y: 0 };
    const angle = fraction(key) * 2 * Math.PI;
    const distance = SPREAD * Math.sqrt(fraction(`${key}#`));
    places.set(key, { x: centre.x + Math.cos(angle) * distance, y: centre.y + Math.sin(angle) * distance });
  }
  return places;
}

function centreOf(index: number, total: number): Point {
  if (total === 1) return { x: 0, y: 0 };
  const onRing = total <= MOST_ON_RING;
  const angle = onRing ? (index / total) * 2 * Math.PI : index * GOLDEN_ANGLE;
  const distance = onRing ? RING : SPREAD * 2 * Math.sqrt(index);
  return { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance };
}

/** A number from 0 to 1 that depends on a text alone: FNV-1a with a final mix, so that similar names lie far apart. */
export function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
