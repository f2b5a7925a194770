import { compareText, deepFreeze } from '@portolan/base';
import type { Evidence } from '@portolan/evidence/port';
import type { Chart, ChartedDocument } from '../model.ts';
import { belongingOf } from './belonging.ts';
import { brokersOf } from './brokers.ts';
import { channelNode, messagesByChannel } from './channel-node.ts';
import { matchChannels } from './channels.ts';
import { coversOf } from './covers.ts';
import { chartDigest } from './digest.ts';
import { directed } from './directions/directed.ts';
import { domainOf, domainsOf } from './domains.ts';
import { driftOf } from './drift.ts';
import { judge } from './judge.ts';
import { linksOf, sortedLinks } from './links.ts';
import { messageNode } from './message-node.ts';
import { matchMessages } from './messages.ts';
import { teamsOf } from './owners.ts';
import { namesOf } from './service-names.ts';
import { ownersOf, serviceNode, servicesOf } from './services.ts';
import { linksThrough } from './through.ts';
import { addressBook } from './where.ts';

/**
 * Relates documents to one chart: who sends what to whom, and whose it is. First it is decided what is the same in several
 * documents (services, channels, messages), then which way messages flow, then who is linked to what, and what that
 * makes of each.
 *
 * The result depends on the documents alone, not on their order. Never throws: what documents leave open stays open, and
 * what they contradict each other in is a finding.
 *
 * @param evidence what files beside the documents say about channels and those who use them
 */
export function relate(documents: readonly ChartedDocument[], evidence: readonly Evidence[] = []): Chart {
  const read = documents.toSorted((a, b) => compareText(a.id, b.id));
  const known = evidence.toSorted((a, b) => compareText(a.location, b.location));
  const asRead = servicesOf(read);
  const readChannels = matchChannels(read);
  const readCovers = coversOf(readChannels);
  const weighed = directed(asRead, readChannels, known, readCovers);
  const sorted = read.map(document => weighed.get(document.id) as ChartedDocument);
  // What a sender says counts before what others say, so who turned out to be one changes what is shown of channels.
  const changed = sorted.some((document, index) => document !== read[index]);
  const services = changed ? servicesOf(sorted) : asRead;
  const channels = changed ? matchChannels(sorted) : readChannels;
  const messages = matchMessages(sorted, channels);
  const covers = changed ? coversOf(channels) : readCovers;
  const stated = linksOf(services, channels, messages);
  const links = sortedLinks([...stated, ...linksThrough(stated, covers, messages)]);

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
    ...(covers.length > 0 && { covers }),
  };
  const found = { digest: chartDigest(sorted, known), ...facts, findings: judge(facts, services, messages) };
  if (known.length === 0) return deepFreeze(found);
  const charted = { ...facts, names: namesOf(services, known), book: addressBook(channels) };
  return deepFreeze({ ...found, drift: driftOf(charted, known) });
}
