import type { Visit } from './walk.ts';

/** The path of a message as people read it, by the names that the writer uses: `items[].price`, `labels{}`. */
export function pathTo(visit: Visit | undefined, name?: string): string {
  const steps: Visit[] = [];
  for (let at = visit; at?.by !== undefined; at = at.before) steps.push(at);
  let path = '';
  for (const { by, before } of steps.reverse()) {
    // The value of an entry stands where its map stands.
    if (before?.writer.isEntry) continue;
    const step = by?.many === 'map' ? `${by.name}{}` : by?.many === 'list' ? `${by.name}[]` : (by?.name ?? '');
    path = path === '' ? step : `${path}.${step}`;
  }
  if (name === undefined || visit?.writer.isEntry) return path;
  return path === '' ? name : `${path}.${name}`;
}
