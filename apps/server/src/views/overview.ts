import { compareText } from '@portolan/base';
import type { Overview, RecentChange } from '../port.ts';
import { countsOf } from './counts.ts';
import type { Known } from './known.ts';

/** What the home page says of the whole. */
export function overview({ snapshot, findingsOf }: Known, version: string): Overview {
  const { chart, documents, sources, digest } = snapshot;
  return {
    version,
    digest,
    counts: {
      services: chart.services.length,
      channels: chart.channels.length,
      messages: chart.messages.length,
      documents: documents.size,
      teams: chart.teams.length,
      domains: chart.domains.length,
    },
    findings: countsOf([...documents.keys()].flatMap(findingsOf)),
    sources: sources.map(({ name, location, documents: count, problem }) => ({
      name,
      location,
      documents: count,
      services: chart.services.filter(service => service.source === name).length,
      ...(problem !== undefined && { problem }),
    })),
    protocols: protocolsOf(chart.channels),
    domains: chart.domains.map(domain => ({
      ...domain,
      services: chart.services.filter(service => service.domain === domain.id).length,
    })),
    recent: snapshot.recent.map(recentChange),
  };
}

/** How many channels speak each protocol, the most spoken first. */
function protocolsOf(channels: readonly { readonly protocols: readonly string[] }[]): Overview['protocols'] {
  const counts = new Map<string, number>();
  for (const protocol of channels.flatMap(channel => channel.protocols)) {
    counts.set(protocol, (counts.get(protocol) ?? 0) + 1);
  }
  const found = [...counts].map(([protocol, count]) => ({ protocol, channels: count }));
  return found.sort((a, b) => b.channels - a.channels || compareText(a.protocol, b.protocol));
}

function recentChange(entry: Known['snapshot']['recent'][number]): RecentChange {
  const { sequence, at, kind, document, title } = entry;
  return { sequence, at, kind, document, title, ...(entry.kind === 'revision' && { digest: entry.digest }) };
}
