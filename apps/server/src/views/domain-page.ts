import { compareText } from '@portolan/base';
import { type Dependency, type DomainNode, dependedOnBy, dependsOn } from '@portolan/chart';
import type { DomainPage, DomainSummary, DomainTie } from '../port.ts';
import type { Known } from './known.ts';
import { channelSummary, messageSummary, serviceSummary, teamSummary } from './summaries.ts';

/** A domain with how much belongs to it. */
export function domainSummary(known: Known, domain: DomainNode): DomainSummary {
  const { services, channels, messages, teams } = belonging(known, domain.id);
  return {
    ...domain,
    services: services.length,
    channels: channels.length,
    messages: messages.length,
    teams: teams.length,
  };
}

/** Everything about one domain; undefined when there is none of this id. */
export function domainPage(known: Known, id: string): DomainPage | undefined {
  const domain = known.domains.get(id);
  if (!domain) return undefined;
  const { services, channels, messages, teams } = belonging(known, id);
  const { chart } = known.snapshot;
  return {
    domain: domainSummary(known, domain),
    teams: teams.map(team => teamSummary(known, team)),
    services: services.map(service => serviceSummary(known, service)),
    channels: channels.map(channel => channelSummary(known, channel)),
    messages: messages.map(message => messageSummary(known, message)),
    dependsOn: ties(
      known,
      id,
      services.flatMap(service => dependsOn(chart, service.id)),
    ),
    dependedOnBy: ties(
      known,
      id,
      services.flatMap(service => dependedOnBy(chart, service.id)),
    ),
  };
}

function belonging({ snapshot: { chart }, teams }: Known, id: string) {
  const of = <T extends { readonly domain?: string }>(nodes: readonly T[]) => nodes.filter(node => node.domain === id);
  const [services, channels, messages] = [of(chart.services), of(chart.channels), of(chart.messages)];
  const owners = [...new Set(services.flatMap(({ owner }) => owner ?? []))].sort(compareText);
  return { services, channels, messages, teams: owners.flatMap(owner => teams.get(owner) ?? []) };
}

/** Dependencies on services of other domains, by domain; those with most messages first. */
function ties(known: Known, own: string, dependencies: readonly Dependency[]): DomainTie[] {
  const byDomain = Map.groupBy(dependencies, ({ service }) => known.services.get(service)?.domain);
  const found = [...byDomain].flatMap(([domain, group]): DomainTie[] => {
    if (domain === own) return [];
    const messages = new Set(group.flatMap(dependency => dependency.messages.map(message => message.id)));
    return [
      {
        ...(domain !== undefined && { domain }),
        name: domain === undefined ? 'No domain' : (known.domains.get(domain)?.name ?? domain),
        messages: messages.size,
        uncertain: group.every(({ confidence }) => confidence === 'uncertain'),
      },
    ];
  });
  return found.sort((a, b) => b.messages - a.messages || compareText(a.name, b.name));
}
