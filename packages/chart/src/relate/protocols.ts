/** Protocols that are the same behind another door (TLS, another version), by the name of the family. */
const FAMILIES: Readonly<Record<string, string>> = {
  'kafka-secure': 'kafka',
  mqtts: 'mqtt',
  'secure-mqtt': 'mqtt',
  mqtt5: 'mqtt',
  mqtts5: 'mqtt',
  wss: 'ws',
  https: 'http',
  amqps: 'amqp',
  stomps: 'stomp',
  rediss: 'redis',
  'pulsar+ssl': 'pulsar',
};

/** The ports a family listens on where nobody says otherwise: in the open, and under TLS. */
const PORTS: Readonly<Record<string, readonly [open: string, secure: string]>> = {
  kafka: ['9092', '9092'],
  mqtt: ['1883', '8883'],
  ws: ['80', '443'],
  http: ['80', '443'],
  amqp: ['5672', '5671'],
  amqp1: ['5672', '5671'],
  nats: ['4222', '4222'],
  stomp: ['61613', '61614'],
  redis: ['6379', '6379'],
  pulsar: ['6650', '6651'],
  ibmmq: ['1414', '1414'],
};

/** Families where the path of a server selects a space of addresses of its own: a URL's path, a virtual host. */
const WITH_PATH: ReadonlySet<string> = new Set(['ws', 'http', 'amqp', 'amqp1']);

/** The family of a protocol or of a binding: `mqtt` for `secure-mqtt`. One without relatives is its own family. */
export function familyOf(protocol: string): string {
  const name = protocol.toLowerCase();
  return FAMILIES[name] ?? name;
}

/** The port of a server that names none; undefined where the protocol has no usual one. */
export function usualPort(protocol: string): string | undefined {
  const ports = PORTS[familyOf(protocol)];
  return ports?.[isSecure(protocol) ? 1 : 0];
}

/** True for the ports that need not be written: with or without TLS, they lead to the same broker. */
export function isUsualPort(family: string, port: string): boolean {
  return PORTS[family]?.includes(port) ?? false;
}

/** True where two servers of one host with different paths hold different channels. */
export function pathMatters(family: string): boolean {
  return WITH_PATH.has(family);
}

function isSecure(protocol: string): boolean {
  const name = protocol.toLowerCase();
  return name !== 'mqtt5' && name in FAMILIES;
}
