import { findingOf } from '@portolan/base';
import { CHANNEL_TWO_SENDER_OWNERS } from '../findings.ts';
import type { ChannelKey, ChartFinding, Link, LinkEvidence, TeamId } from '../model.ts';
import type { Facts } from './facts.ts';
import { listed } from './words.ts';

/** Channels that services of several teams send on. Who is uncertain to send accuses nobody. */
export function ownersOfChannels({ channels, links, services, teams }: Facts): ChartFinding[] {
  const ownerOf = new Map(services.map(service => [service.id, service.owner]));
  const teamNames = new Map(teams.map(team => [team.id, team.name]));
  const senders = new Map<ChannelKey, Map<TeamId, Link>>();
  for (const link of links) {
    const owner = ownerOf.get(link.service);
    if (link.action !== 'send' || link.confidence === 'uncertain' || owner === undefined) continue;
    const owners = senders.get(link.channel) ?? new Map<TeamId, Link>();
    if (!owners.has(owner)) owners.set(owner, link);
    senders.set(link.channel, owners);
  }
  return channels.flatMap(({ id, name }) => {
    const owners = senders.get(id);
    if (!owners || owners.size < 2) return [];
    const [first, second] = [...owners.values()].map(link => link.evidence[0] as LinkEvidence);
    const names = [...owners.keys()].map(owner => teamNames.get(owner) ?? owner);
    const related = [{ message: `\`${first?.operation}\` sends on it too.`, origin: (first as LinkEvidence).origin }];
    const { origin, document } = second as LinkEvidence;
    const params = { channel: name, owners: listed(names) };
    return [{ ...findingOf(CHANNEL_TWO_SENDER_OWNERS, origin, params, { related }), document }];
  });
}
