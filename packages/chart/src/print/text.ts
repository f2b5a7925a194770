import { clean, counted } from '@portolan/base';
import { index } from '../lookup.ts';
import type { Chart, Link, ServiceId, ServiceNode } from '../model.ts';
import { facing, facingThrough } from '../questions/facing.ts';

/** Which part of a chart to print. */
export interface PrintChartOptions {
  /** Only these services, with everybody they exchange messages with still named; all when not given. */
  readonly services?: ReadonlySet<ServiceId>;
}

/** The chart for people at a terminal: each service with what it sends to whom and receives from whom. */
export function printChart(chart: Chart, { services: wanted }: PrintChartOptions = {}): string {
  const services = chart.services.filter(service => !wanted || wanted.has(service.id));
  const blocks = services.map(service => block(chart, service));
  return clean(`${[...blocks, summary(chart)].join('\n\n')}\n`);
}

function block(chart: Chart, service: ServiceNode): string {
  const links = index(chart).linksOfService.get(service.id) ?? [];
  const own = links.filter(link => link.through === undefined);
  const ordered = [...own.filter(link => link.action === 'send'), ...own.filter(link => link.action === 'receive')];
  const lines = ordered.map(link => line(chart, link));
  const branches = lines.map((text, at) => `${at === lines.length - 1 ? '└─' : '├─'} ${text}`);
  return [title(chart, service), ...(branches.length > 0 ? branches : ['└─ neither sends nor receives'])].join('\n');
}

function title(chart: Chart, { name, version, owner, domain }: ServiceNode): string {
  const { teams, domains } = index(chart);
  const facts = [
    owner === undefined ? 'no owner' : `owner ${teams.get(owner)?.name ?? owner}`,
    ...(domain === undefined ? [] : [`domain ${domains.get(domain)?.name ?? domain}`]),
  ];
  return `${[name, version].filter(Boolean).join(' ')} (${facts.join(', ')})`;
}

function line(chart: Chart, link: Link): string {
  const { messages } = index(chart);
  const what = link.message === undefined ? 'unnamed messages' : (messages.get(link.message)?.name ?? link.message);
  return `${link.action === 'send' ? '→' : '←'} ${what}${doubt(link)} on ${place(chart, link)}${others(chart, link)}`;
}

/** The address, and the brokers where others have the same address. */
function place(chart: Chart, { channel: id }: Link): string {
  const { channels, brokers, channelsOfAddress } = index(chart);
  const channel = channels.get(id);
  if (!channel?.address) return channel?.name ?? id;
  const hosts = channel.brokers.map(broker => brokers.get(broker)?.host ?? broker);
  const shared = (channelsOfAddress.get(channel.address)?.length ?? 0) > 1;
  return shared && hosts.length > 0 ? `${channel.address} at ${hosts.join(', ')}` : channel.address;
}

/** Who is at the other end. */
function others(chart: Chart, link: Link): string {
  const { services } = index(chart);
  const names = new Set(
    [...facing(chart, link), ...facingThrough(chart, link)].map(
      other => `${services.get(other.service)?.name ?? other.service}${doubt(other)}`,
    ),
  );
  if (names.size === 0) return '';
  return ` ${link.action === 'send' ? 'to' : 'from'} ${[...names].join(', ')}`;
}

function doubt({ confidence }: Link): string {
  return confidence === 'uncertain' ? ' (uncertain)' : '';
}

function summary(chart: Chart): string {
  const counts = [
    counted(chart.services.length, 'service'),
    counted(chart.channels.length, 'channel'),
    counted(chart.messages.length, 'message'),
    counted(chart.teams.length, 'team'),
  ];
  const uncertain = chart.links.filter(link => link.confidence === 'uncertain').length;
  return counts.join(', ') + (uncertain > 0 ? `; ${counted(uncertain, 'uncertain link')}` : '');
}
