import { count } from '../../words/count.ts';
import type { Known } from '../known.ts';
import type { DocsLink } from '../model.ts';
import type { FlowEnd } from './flow.ts';

/** The services of some links, each once, with what it sends or receives; certain as soon as one of its links is. */
export function serviceEnds(world: Known, links: readonly DocsLink[], what: 'message' | 'channel'): FlowEnd[] {
  return [...Map.groupBy(links, link => link.service)].map(([id, own]) => ({
    kind: 'service',
    id,
    name: world.services.get(id)?.name ?? id,
    note: noteOf(world, own, what),
    uncertain: own.every(link => link.confidence === 'uncertain'),
  }));
}

/** The only message or channel of some links by its name, or how many there are. */
export function noteOf(world: Known, links: readonly DocsLink[], what: 'message' | 'channel'): string {
  const ids = new Set(links.flatMap(link => link[what] ?? []));
  const [first] = ids;
  if (first === undefined) return '';
  if (ids.size > 1) return count(ids.size, what);
  return (what === 'message' ? world.messages.get(first)?.name : world.channels.get(first)?.name) ?? first;
}
