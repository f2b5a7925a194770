/** Protocols that share the bindings of another one: the names with encryption, and the older spellings. */
const FAMILIES: Readonly<Record<string, string>> = {
  'kafka-secure': 'kafka',
  amqps: 'amqp',
  mqtts: 'mqtt',
  'secure-mqtt': 'mqtt',
  mqtt5: 'mqtt',
  wss: 'ws',
  websocket: 'ws',
  websockets: 'ws',
  https: 'http',
  'http-streaming': 'http',
  mercure: 'http',
  rediss: 'redis',
  stomps: 'stomp',
  pubsub: 'googlepubsub',
  'google-pubsub': 'googlepubsub',
  'ibmmq-secure': 'ibmmq',
  'nats+tls': 'nats',
};

/** The protocol under whose name bindings are written. */
export function familyOf(protocol: string): string {
  const name = protocol.toLowerCase();
  return FAMILIES[name] ?? name;
}

/** Protocols that carry messages unencrypted, with the name of the same protocol over TLS. */
export const PLAIN_PROTOCOLS: Readonly<Record<string, string>> = {
  kafka: 'kafka-secure',
  amqp: 'amqps',
  mqtt: 'mqtts',
  ws: 'wss',
  http: 'https',
  stomp: 'stomps',
  redis: 'rediss',
};
