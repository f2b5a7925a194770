import type { DriftView, LinkView } from '@portolan/server/port';
import type { FlowEnd } from '../parts/flow.tsx';
import { count } from './count.ts';

/** The services of some links, each once, with what it sends or receives; certain as soon as one of its links is. */
export function serviceEnds(links: readonly LinkView[], what: 'message' | 'channel'): FlowEnd[] {
  const byService = new Map<string, LinkView[]>();
  for (const link of links) byService.set(link.service, [...(byService.get(link.service) ?? []), link]);
  return [...byService].map(([id, own]) => {
    const names = new Set(own.flatMap(link => (what === 'message' ? (link.messageName ?? []) : channelOf(link))));
    const [first] = names;
    return {
      kind: 'service',
      id,
      name: own[0]?.serviceName ?? id,
      note: names.size === 1 && first !== undefined ? first : names.size === 0 ? '' : count(names.size, what),
      uncertain: own.every(link => link.confidence === 'uncertain'),
    };
  });
}

/** Who uses a channel by the evidence beside the documents, though no document says so: never certain. */
export function undocumentedEnds(drift: readonly DriftView[], kind: 'sends-more' | 'receives-more'): FlowEnd[] {
  return drift.flatMap(({ kind: own, service, serviceName, who }) => {
    const name = serviceName ?? who;
    if (own !== kind || name === undefined) return [];
    return [
      {
        kind: 'service' as const,
        ...(service !== undefined && { id: service }),
        name,
        note: 'By the evidence alone',
        uncertain: true,
      },
    ];
  });
}

function channelOf(link: LinkView): string {
  return link.channelAddress ?? link.channelName;
}
