/** What authors of documents write about an operation besides its verb. */
export interface Habits {
  /** Share of operations whose id says what they do, and of those with a summary, and of receivers with a group. */
  readonly ids: number;
  readonly summaries: number;
  readonly groups: number;
  /** Share of services that have a document. */
  readonly documented: number;
  /** Share of operations with the wrong verb. */
  readonly inverted: number;
  /** Share of receivers that receive by a wildcard of MQTT; absent for an organisation on Kafka, which has none. */
  readonly wildcards?: number;
}

/** Documents by path, and what really happens: `Service 1 send orders.1.placed`. */
export interface Inverted {
  readonly texts: Readonly<Record<string, string>>;
  readonly truth: ReadonlySet<string>;
}

const WILD = ['shop/+/changed', 'shop/#'];

const SAYS = {
  send: { ids: ['send', 'publish', 'emit', 'produce'], summaries: ['Publishes', 'Sends', 'Announces'] },
  receive: { ids: ['on', 'handle', 'consume', 'receive'], summaries: ['Reacts to', 'Handles', 'Processes'] },
};

/**
 * An organisation in which a share of the verbs is wrong: each service sends two messages and receives three of others,
 * now and then a message has a second sender, and half of the documents are written in 2.x.
 */
export function inverted(size: number, seed: number, habits: Habits): Inverted {
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const uses = new Map<string, { service: number; address: string; action: 'send' | 'receive' }>();
  const use = (service: number, address: string, action: 'send' | 'receive') => {
    const taken = [...uses.keys()].some(key => key.startsWith(`${service} ${address} `));
    if (!taken) uses.set(`${service} ${address} ${action}`, { service, address, action });
  };
  const mqtt = habits.wildcards !== undefined;
  const addresses = Array.from({ length: size * 2 }, (_, n) => (mqtt ? `shop/${n}/changed` : `shop.${n}.changed`));
  for (const [n, address] of addresses.entries()) {
    use(n % size, address, 'send');
    if (random() < 0.05) use(below(size), address, 'send');
  }
  for (let n = 0; n < size * 3; n++) {
    const wild = random() < (habits.wildcards ?? 0);
    use(
      below(size),
      wild ? (WILD[below(WILD.length)] as string) : (addresses[below(addresses.length)] as string),
      'receive',
    );
  }

  const texts: Record<string, string> = {};
  for (let service = 0; service < size; service++) {
    const own = [...uses.values()].filter(each => each.service === service);
    const operations = own.map(({ address, action }, index) => {
      const words = SAYS[action];
      return {
        address,
        action: random() < habits.inverted === (action === 'send') ? ('receive' as const) : ('send' as const),
        id: `${random() < habits.ids ? words.ids[below(4)] : 'operation'}${index}Changed`,
        ...(random() < habits.summaries && { summary: `${words.summaries[below(3)]} changes.` }),
        ...(action === 'receive' &&
          random() < habits.groups && { bindings: { kafka: { groupId: { const: `service-${service}` } } } }),
      };
    });
    const server = mqtt
      ? { host: 'mqtt.example.com', protocol: 'mqtt' }
      : { host: 'kafka.example.com:9092', protocol: 'kafka' };
    const version = random() < 0.5 ? version2 : version3;
    const document = version(service, operations, server);
    if (random() < habits.documented) texts[`${service}.json`] = JSON.stringify(document);
  }
  // Who receives by a wildcard receives what is sent on each address.
  const truth = [...uses.values()].flatMap(({ service, action, address }) =>
    (WILD.includes(address) ? [address, ...addresses] : [address]).map(at => `Service ${service} ${action} ${at}`),
  );
  return { texts, truth: new Set(truth) };
}

interface Written {
  readonly address: string;
  readonly action: 'send' | 'receive';
  readonly id: string;
}

interface Where {
  readonly host: string;
  readonly protocol: string;
}

function version2(service: number, operations: readonly Written[], { host, protocol }: Where) {
  const channels = operations.map(({ address, action, id, ...more }) => {
    const verb = action === 'send' ? 'subscribe' : 'publish';
    return [address, { [verb]: { operationId: id, ...more, message: { name: 'Changed' } } }];
  });
  return {
    asyncapi: '2.6.0',
    info: { title: `Service ${service}`, version: '1' },
    servers: { production: { url: host, protocol } },
    channels: Object.fromEntries(channels),
  };
}

function version3(service: number, operations: readonly Written[], server: Where) {
  const channels = operations.map(({ address }, n) => [`c${n}`, { address, messages: { Changed: {} } }]);
  const written = operations.map(({ address, id, ...more }, n) => [
    id,
    { ...more, channel: { $ref: `#/channels/c${n}` } },
  ]);
  return {
    asyncapi: '3.0.0',
    info: { title: `Service ${service}`, version: '1' },
    servers: { production: server },
    channels: Object.fromEntries(channels),
    operations: Object.fromEntries(written),
  };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
