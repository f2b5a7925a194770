import { type Field, may, type ObjectKind, object, referenceOr } from '../kinds.ts';
import { amqp } from './amqp.ts';
import { googlePubSub, pulsar } from './cloud.ts';
import { http, webSockets } from './http.ts';
import { ibmMq } from './ibmmq.ts';
import { anypointMq, jms } from './jms.ts';
import { kafka } from './kafka.ts';
import { mqtt, mqtt5Protocol } from './mqtt.ts';
import { nats } from './nats.ts';
import { type Place, type Protocol, protocol } from './protocol.ts';
import { ros2 } from './ros2.ts';
import { sns } from './sns.ts';
import { solace } from './solace.ts';
import { sqs } from './sqs.ts';

/** Every protocol that has a binding, by the key that documents use. The last four are reserved everywhere. */
export const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  kafka,
  amqp,
  mqtt,
  nats,
  ws: webSockets,
  http,
  sns,
  sqs,
  googlepubsub: googlePubSub,
  pulsar,
  solace,
  ibmmq: ibmMq,
  jms,
  anypointmq: anypointMq,
  ros2,
  mqtt5: mqtt5Protocol,
  amqp1: protocol('AMQP 1.0', ['0.1.0'], {}),
  redis: protocol('Redis', ['0.1.0'], {}),
  stomp: protocol('STOMP', ['0.1.0'], {}),
  mercure: protocol('Mercure', ['0.1.0'], {}),
};

/** The objects that hold the bindings of all protocols, by place. */
export const bindings: Readonly<Record<Place, ObjectKind>> = {
  server: all('server'),
  channel: all('channel'),
  operation: all('operation'),
  message: all('message'),
};

function all(place: Place): ObjectKind {
  const fields: Record<string, Field> = {};
  for (const [key, at] of Object.entries(PROTOCOLS))
    fields[key] = may(referenceOr(at[place]), `What only ${key} knows.`);
  const name = `${place.charAt(0).toUpperCase()}${place.slice(1)} Bindings Object`;
  return object(name, fields, { others: 'protocols', says: `What only one protocol knows about the ${place}.` });
}
