import { digestOf } from '@portolan/base';
import { type Chart, facing, index } from '@portolan/chart';

/**
 * The part of a chart around some services: what they send and receive, and whoever is at the other end, with nothing of
 * what those do among themselves.
 */
export function partOf(chart: Chart, wanted: ReadonlySet<string>): Chart {
  const own = chart.links.filter(({ service }) => wanted.has(service));
  const kept = new Set([...own, ...own.flatMap(link => facing(chart, link))]);
  const links = chart.links.filter(link => kept.has(link));
  const ids = {
    services: new Set([...wanted, ...links.map(({ service }) => service)]),
    channels: new Set(links.map(({ channel }) => channel)),
    messages: new Set(links.flatMap(({ message }) => message ?? [])),
  };
  const services = chart.services.filter(({ id }) => ids.services.has(id));
  const channels = chart.channels.filter(({ id }) => ids.channels.has(id));
  const messages = chart.messages.filter(({ id }) => ids.messages.has(id));
  const nodes = [...services, ...channels, ...messages];
  const teams = new Set(nodes.map(({ owner }) => owner));
  const domains = new Set(nodes.map(({ domain }) => domain));
  const brokers = new Set(channels.flatMap(channel => channel.brokers));
  const { serviceOfDocument } = index(chart);
  const facts = {
    services,
    channels: channels.map(channel => ({ ...channel, messages: channel.messages.filter(id => ids.messages.has(id)) })),
    messages: messages.map(message => ({ ...message, channels: message.channels.filter(id => ids.channels.has(id)) })),
    links,
    teams: chart.teams.filter(({ id }) => teams.has(id)),
    domains: chart.domains.filter(({ id }) => domains.has(id)),
    brokers: chart.brokers.filter(({ id }) => brokers.has(id)),
    findings: chart.findings.filter(({ document }) => wanted.has(serviceOfDocument.get(document)?.id ?? '')),
  };
  return { digest: digestOf(facts), ...facts };
}
