/** A protocol as AsyncAPI calls it, with the version it is used in. */
export interface Protocol {
  readonly name: string;
  readonly version?: string;
}

/** AMQP of a registry is always 1.0, which AsyncAPI tells from 0.9.1 by its name. */
const NAMES: Readonly<Record<string, string>> = {
  amqp: 'amqp1',
  http: 'http',
  kafka: 'kafka',
  mqtt: 'mqtt',
  nats: 'nats',
};

/** `MQTT/5.0`, `KAFKA`; undefined when nothing is named. */
export function protocolOf(written: string | undefined): Protocol | undefined {
  const [, name = '', version] = /^([^/]+)(?:\/(.+))?$/.exec(written?.trim() ?? '') ?? [];
  if (name === '') return undefined;
  const known = NAMES[name.toLowerCase()] ?? name.toLowerCase();
  return { name: known, ...(version !== undefined && { version }) };
}

/** What stands before the name of an attribute in the headers of a protocol, by the CloudEvents protocol bindings. */
export function attributePrefix(protocol: string | undefined): string {
  if (protocol === 'kafka') return 'ce_';
  if (protocol === 'http' || protocol === 'nats') return 'ce-';
  return protocol === 'amqp1' ? 'cloudEvents:' : '';
}

/** Members of an endpoint's options that hold the address, by protocol. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  kafka: ['topic'],
  amqp1: ['node'],
  mqtt: ['topic', 'topicfilter', 'topic_name'],
  nats: ['subject', 'subjectfilter'],
};

/** The address in the options of an endpoint, or undefined when they hold none. */
export function addressIn(
  protocol: string | undefined,
  options: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const name of ADDRESSES[protocol ?? ''] ?? []) {
    const value = options[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** The protocol of a URL: that of the endpoint, over TLS where its scheme says so. */
export function serverProtocol(scheme: string | undefined, protocol: string | undefined): string {
  const named = scheme?.toLowerCase();
  if (protocol === undefined) return named ?? 'unknown';
  if (protocol === 'http') return named === 'http' ? 'http' : 'https';
  if (protocol === 'mqtt')
    return named === 'mqtts' || named === 'ssl' ? 'mqtts' : named?.startsWith('ws') ? named : 'mqtt';
  return protocol;
}
