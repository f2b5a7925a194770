import fc from 'fast-check';

/** What a service does with a message; the numbers count around. */
interface Use {
  readonly service: number;
  readonly channel: number;
  readonly message: number;
  readonly action: 'send' | 'receive';
}

/** An organisation as it really is: what the documents are written from, and what the chart is compared with. */
export interface Organisation {
  /** Major version of AsyncAPI that each service writes. */
  readonly services: readonly (2 | 3)[];
  readonly channels: readonly {
    readonly address: string;
    readonly broker: string;
    readonly messages: readonly string[];
  }[];
  readonly uses: readonly Use[];
  /** How many of the fields a service names in its own schema: a tolerant reader names few. */
  readonly known: readonly number[];
}

const BROKERS = ['east', 'west'];
const ADDRESSES = ['orders.placed', 'orders/{}', '{}/orders/{}/lines', '/', 'orders.{}'];
const NAMES = ['Placed', 'placed', 'Changed', 'Order.Closed'];
const FIELDS = ['id', 'amount.currency', 'items[].sku', 'notes{}'];
const SCHEMAS: readonly [string, object][] = [
  ['id', { type: 'string' }],
  ['amount', { type: 'object', properties: { currency: { type: 'string' } } }],
  ['items', { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } }],
  ['notes', { type: 'object', additionalProperties: { type: 'string' } }],
];

/** Organisations of up to six services on two brokers that hold channels of the same addresses. */
export const organisations: fc.Arbitrary<Organisation> = fc.record({
  services: fc.array(fc.constantFrom(2 as const, 3 as const), { minLength: 1, maxLength: 6 }),
  channels: fc.uniqueArray(
    fc.record({
      address: fc.constantFrom(...ADDRESSES),
      broker: fc.constantFrom(...BROKERS),
      messages: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8, selector: ({ address, broker }) => `${address} ${broker}` },
  ),
  uses: fc.array(
    fc.record({
      service: fc.nat(5),
      channel: fc.nat(7),
      message: fc.nat(2),
      action: fc.constantFrom('send', 'receive'),
    }),
    { maxLength: 30 },
  ),
  known: fc.array(fc.nat(FIELDS.length), { minLength: 7, maxLength: 7 }),
});

/** One line for each thing that a service does, sorted: `0 receive orders/{} east Placed id,items[].sku`. */
export function truthOf(organisation: Organisation): string[] {
  const lines = organisation.uses.map(use => {
    const { service, channel, message } = settled(organisation, use);
    const fields =
      use.action === 'send'
        ? ''
        : ` ${FIELDS.slice(0, knownBy(organisation, service, message))
            .sort()
            .join()}`;
    return `${service} ${use.action} ${channel.address} ${channel.broker} ${message}${fields}`;
  });
  return [...new Set(lines)].sort();
}

/** The documents of the organisation by path: each service calls parameters, servers and channels what it likes. */
export function documentsOf(organisation: Organisation): Record<string, string> {
  const texts = organisation.services.map((version, service) => {
    const uses = organisation.uses.map(use => settled(organisation, use)).filter(use => use.service === service);
    const document = version === 2 ? version2(organisation, service, uses) : version3(organisation, service, uses);
    return [`${service}.json`, JSON.stringify(document)];
  });
  return Object.fromEntries(texts);
}

interface Settled {
  readonly service: number;
  readonly action: 'send' | 'receive';
  readonly channel: Organisation['channels'][number];
  readonly message: string;
}

/** A use with its numbers brought into range. */
function settled({ services, channels }: Organisation, use: Use): Settled {
  const channel = channels[use.channel % channels.length] as Organisation['channels'][number];
  const message = channel.messages[use.message % channel.messages.length] as string;
  return { service: use.service % services.length, action: use.action, channel, message };
}

function knownBy({ known }: Organisation, service: number, message: string): number {
  return known[(service + NAMES.indexOf(message)) % known.length] as number;
}

function payload(organisation: Organisation, service: number, message: string) {
  return { type: 'object', properties: Object.fromEntries(SCHEMAS.slice(0, knownBy(organisation, service, message))) };
}

/** `orders/{}` with the names that a service gives the parameters. */
function called(address: string, service: number): string {
  let count = 0;
  return address.replaceAll('{}', () => `{p${service}${count++}}`);
}

/** 3.x: a channel for each broker and address. Odd and even services write the same brokers differently. */
function version3(organisation: Organisation, service: number, uses: readonly Settled[]) {
  const channels: Record<string, { address: string; servers: object[]; messages: Record<string, object> }> = {};
  const operations: Record<string, object> = {};
  for (const [at, { action, channel, message }] of uses.entries()) {
    const key = `c${organisation.channels.indexOf(channel)}`;
    const own = channels[key] ?? {
      address: called(channel.address, service),
      servers: [{ $ref: `#/servers/${channel.broker}` }],
      messages: {},
    };
    channels[key] = own;
    own.messages[message] = { name: message, payload: payload(organisation, service, message) };
    const messages = [{ $ref: `#/channels/${key}/messages/${message}` }];
    operations[`o${at}`] = { action, channel: { $ref: `#/channels/${key}` }, messages };
  }
  const servers = {
    east: { host: service % 2 ? 'east.example.com' : 'EAST.example.com:9092', protocol: 'kafka' },
    west: { host: 'west.example.com:9092', protocol: service % 2 ? 'kafka-secure' : 'kafka' },
  };
  return { asyncapi: '3.0.0', info: { title: `Service ${service}`, version: '1.0.0' }, servers, channels, operations };
}

/** 2.x: the address is the key, so it cannot tell one address on two brokers apart. Who needs that writes 3.x. */
function version2(organisation: Organisation, service: number, uses: readonly Settled[]) {
  const keys = new Map<string, Settled['channel']>();
  for (const { channel } of uses) {
    const known = keys.get(called(channel.address, service));
    if (known && known !== channel) return version3(organisation, service, uses);
    keys.set(called(channel.address, service), channel);
  }
  const channels: Record<string, Record<string, unknown>> = {};
  for (const [address, channel] of keys) {
    channels[address] = { servers: [channel.broker] };
    for (const action of ['send', 'receive'] as const) {
      const names = new Set(
        uses.filter(use => use.channel === channel && use.action === action).map(use => use.message),
      );
      const oneOf = [...names].map(name => ({ name, payload: payload(organisation, service, name) }));
      if (oneOf.length > 0) channels[address][action === 'send' ? 'subscribe' : 'publish'] = { message: { oneOf } };
    }
  }
  const servers = {
    east: { url: 'kafka://east.example.com', protocol: 'kafka' },
    west: { url: 'west.example.com:9092', protocol: 'kafka' },
  };
  return { asyncapi: '2.6.0', info: { title: `Service ${service}`, version: '1.0.0' }, servers, channels };
}
