import type { Chart, Link } from '../src/model.ts';

/** Channel and messages of an operation as a test writes them: `'send orders.placed OrderPlaced, OrderClosed'`. */
export interface ShortDocument {
  readonly id?: string;
  readonly title: string;
  readonly info?: object;
  /** URLs as `kafka://kafka.example.com:9092`, by the key in `servers`. One Kafka broker when not given. */
  readonly servers?: Readonly<Record<string, string>>;
  readonly operations: readonly string[];
}

/** Writes a document of AsyncAPI 3 as JSON text. Each channel has its address as its key. */
export function short({ id, title, info = {}, servers = SERVERS, operations }: ShortDocument): string {
  const channels: Record<string, { address: string; messages: Record<string, object> }> = {};
  const stated: Record<string, object> = {};
  for (const [at, operation] of operations.entries()) {
    const [action, address, ...names] = operation.split(/,? /) as [string, string, ...string[]];
    const channel = channels[address] ?? { address, messages: {} };
    channels[address] = channel;
    for (const name of names) channel.messages[name] = { payload: { type: 'object' } };
    const ref = `#/channels/${address.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const messages = names.map(name => ({ $ref: `${ref}/messages/${name}` }));
    stated[`operation${at}`] = { action, channel: { $ref: ref }, ...(names.length > 0 && { messages }) };
  }
  const hosts = Object.entries(servers).map(([key, url]) => {
    const { protocol, host, pathname } =
      /^(?<protocol>[^:]+):\/\/(?<host>[^/]+)(?<pathname>.*)$/.exec(url)?.groups ?? {};
    return [key, { protocol, host, ...(pathname && { pathname }) }];
  });
  return JSON.stringify({
    asyncapi: '3.1.0',
    ...(id !== undefined && { id }),
    info: { title, version: '1.0.0', ...info },
    servers: Object.fromEntries(hosts),
    channels,
    operations: stated,
  });
}

const SERVERS = { production: 'kafka://kafka.example.com:9092' };

/** Links as lines: `Orders send orders.placed OrderPlaced`, in the order of the chart. */
export function lines(chart: Chart): string[] {
  return chart.links.map(link => lineOf(chart, link));
}

export function lineOf(chart: Chart, { service, action, channel, message }: Link): string {
  const names = [
    chart.services.find(({ id }) => id === service)?.name,
    action,
    chart.channels.find(({ id }) => id === channel)?.address ?? channel,
    chart.messages.find(({ id }) => id === message)?.name ?? '-',
  ];
  return names.join(' ');
}
