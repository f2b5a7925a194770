import { either, flag, formatted, integer, integerFrom, may, named, object, oneNumberOf, text } from '../kinds.ts';
import { orSchema } from '../schema-object.ts';
import { protocol } from './protocol.ts';

const MAX = 4_294_967_295;
const qos = may(oneNumberOf(0, 1, 2), '0 at most once, 1 at least once, 2 exactly once.');
const retain = may(flag, 'Whether the broker keeps the message for late comers.');
const mqtt5 = { since: '0.2.0' };

const lastWill = object('MQTT last will', {
  topic: may(text, 'Where it is sent.'),
  qos,
  message: may(text, 'What is sent.'),
  retain,
});

export const mqtt = protocol('MQTT', ['0.1.0', '0.2.0'], {
  server: {
    clientId: may(text, 'The id of the client.'),
    cleanSession: may(flag, 'Whether the broker forgets the client when it leaves.'),
    lastWill: may(lastWill, 'What the broker sends when the client is lost.'),
    keepAlive: may(integer, 'The longest silence, in seconds.'),
    sessionExpiryInterval: may(
      orSchema(integerFrom(0)),
      'How long the session outlives the connection, in seconds.',
      mqtt5,
    ),
    maximumPacketSize: may(orSchema(integerFrom(1, MAX)), 'The largest packet the client takes, in bytes.', mqtt5),
  },
  operation: {
    qos,
    retain,
    messageExpiryInterval: may(orSchema(integerFrom(0, MAX)), 'How long the message lives, in seconds.', mqtt5),
  },
  message: {
    payloadFormatIndicator: may(oneNumberOf(0, 1), '0 is bytes, 1 is UTF-8 text.', mqtt5),
    correlationData: may(named('Schema'), 'What connects a reply with its request.', mqtt5),
    contentType: may(text, 'The content type of the payload.', mqtt5),
    responseTopic: may(either(formatted('uriTemplate'), named('Schema')), 'The topic for the reply.', mqtt5),
  },
});

/** Deprecated: MQTT 5 is part of the MQTT binding. */
export const mqtt5Protocol = protocol('MQTT 5', ['0.1.0', '0.2.0'], {
  server: {
    sessionExpiryInterval: may(orSchema(integerFrom(0)), 'How long the session outlives the connection, in seconds.'),
  },
});
