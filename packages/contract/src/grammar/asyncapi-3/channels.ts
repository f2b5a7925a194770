import {
  formatted,
  listOf,
  mapOf,
  may,
  must,
  named,
  type ObjectKind,
  object,
  reference,
  referenceOr,
  text,
} from '../kinds.ts';
import { orNull } from '../schema-object.ts';
import { described, security } from './described.ts';

const away = 'From AsyncAPI 3.0 on, operations stand at the root in `operations` and refer to their channel.';

export const server: ObjectKind = object(
  'Server',
  {
    host: must(text, 'Its host, with the port where there is one; parts in braces are variables.'),
    protocol: must(text, 'The protocol that it speaks: `kafka`, `mqtt`, `amqp` …'),
    protocolVersion: may(text, 'The version of the protocol.'),
    pathname: may(text, 'The path on the host.'),
    ...described('servers'),
    variables: may(mapOf(referenceOr(named('ServerVariable'))), 'The variables of `host` and `pathname`.'),
    security,
    bindings: may(referenceOr(named('ServerBindings')), 'What only its protocol knows.'),
  },
  {
    says: 'A broker, or whatever else messages are sent to.',
    instead: { url: 'From AsyncAPI 3.0 on, the address is `host` and `pathname`.' },
  },
);

export const channel: ObjectKind = object(
  'Channel',
  {
    address: may(orNull(text), 'The topic, queue, subject or path; null when it is only known later.'),
    messages: may(mapOf(referenceOr(named('Message'))), 'Everything that is ever sent here, by id.'),
    ...described('channels'),
    servers: may(
      listOf(reference(named('Server'), '#/servers/production')),
      'The servers that have it; none means all.',
    ),
    parameters: may(mapOf(referenceOr(named('Parameter')), 'name'), 'The parameters of the address.'),
    bindings: may(referenceOr(named('ChannelBindings')), 'What only the protocol knows.'),
  },
  {
    says: 'One address on a broker, and the messages there.',
    instead: { publish: away, subscribe: away, message: 'The field is `messages`: a map of messages by id.' },
  },
);

export const parameter: ObjectKind = object(
  'Parameter',
  {
    enum: may(listOf(text), 'The only values that are allowed.'),
    default: may(text, 'What is used when nothing else is said.'),
    description: may(text, 'A longer text in CommonMark.'),
    examples: may(listOf(text), 'Values that make sense.'),
    location: may(formatted('runtimeExpression'), 'Where in the message the value stands.'),
  },
  {
    says: 'A part of the address that is only known when it is used.',
    instead: {
      schema: 'From AsyncAPI 3.0 on, a parameter is a text with `enum`, `default` and `examples` of its own.',
    },
  },
);
