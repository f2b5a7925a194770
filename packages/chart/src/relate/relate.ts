import { compareText, deepFreeze } from '@portolan/base';
import type { Chart, ChartedDocument } from '../model.ts';
import { belongingOf } from './belonging.ts';
import { brokersOf } from './brokers.ts';
import { channelNode, messagesByChannel } from './channel-node.ts';
import { matchChannels } from './channels.ts';
import { chartDigest } from './digest.ts';
import { domainOf, domainsOf } from './domains.ts';
import { judge } from './judge.ts';
import { linksOf } from './links.ts';
import { messageNode } from './message-node.ts';
import { matchMessages } from './messages.ts';
import { teamsOf } from './owners.ts';
import { ownersOf, serviceNode, servicesOf } from './services.ts';

/**
 * Relates documents to one chart: who sends what to whom, and whose it is. First it is decided what is the same in several
 * documents (services, channels, messages), then who is linked to what, then what that makes of each.
 *
 * The result depends on the documents alone, not on their order. Never throws: what documents leave open stays open, and
 * what they contradict each other in is a finding.
 */
export function relate(documents: readonly ChartedDocument[]): Chart {
  const sorted = documents.toSorted((a, b) => compareText(a.id, b.id));
  const services = servicesOf(sorted);
  const channels = matchChannels(sorted);
  const messages = matchMessages(sorted, channels);
  const links = linksOf(services, channels, messages);

  const serviceNodes = services.map(serviceNode);
  const channelsBelong = belongingOf(links, serviceNodes, link => link.channel);
  const messagesBelong = belongingOf(links, serviceNodes, link => link.message);
  const onChannel = messagesByChannel(messages);
  const facts = {
    services: serviceNodes,
    channels: channels.groups.map(group => channelNode(group, onChannel, channelsBelong.get(group.id))),
    messages: messages.groups.map(group => messageNode(group, messagesBelong.get(group.id))),
    links,
    teams: teamsOf(ownersOf(sorted)),
    domains: domainsOf(sorted.flatMap(({ contract }) => domainOf(contract) ?? [])),
    brokers: brokersOf(sorted),
  };
  return deepFreeze({ digest: chartDigest(sorted), ...facts, findings: judge(facts, services) });
}
