/** Protocols that a first document can be written for, each with an address where such a broker would listen. */
export const PROTOCOLS: Readonly<Record<string, string>> = {
  kafka: 'kafka.example.com:9092',
  mqtt: 'mqtt.example.com:1883',
  amqp: 'rabbitmq.example.com:5672',
  nats: 'nats.example.com:4222',
  redis: 'redis.example.com:6379',
  pulsar: 'pulsar.example.com:6650',
  ws: 'events.example.com',
};

/** Separates the words of an address, as people write it for this protocol. */
export function separatorOf(protocol: string): string {
  return protocol === 'mqtt' || protocol === 'ws' ? '/' : '.';
}
