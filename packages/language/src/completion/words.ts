/** Words that the specification leaves open, but that people mostly choose from a list. */

export const PROTOCOL_NAMES: readonly string[] = [
  'kafka',
  'kafka-secure',
  'amqp',
  'amqps',
  'mqtt',
  'mqtts',
  'secure-mqtt',
  'mqtt5',
  'nats',
  'ws',
  'wss',
  'http',
  'https',
  'jms',
  'sns',
  'sqs',
  'stomp',
  'stomps',
  'redis',
  'mercure',
  'ibmmq',
  'googlepubsub',
  'pulsar',
  'solace',
  'anypointmq',
  'ros2',
];

export const CONTENT_TYPES: readonly string[] = [
  'application/json',
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/vnd.apache.avro+json',
  'avro/binary',
  'application/protobuf',
  'application/x-protobuf',
  'application/xml',
  'application/cbor',
  'application/msgpack',
  'application/octet-stream',
  'text/plain',
];

/** Languages of schemas, newest versions first. */
export const SCHEMA_FORMATS = (asyncapi: string): readonly string[] => [
  `application/vnd.aai.asyncapi+json;version=${asyncapi}`,
  `application/vnd.aai.asyncapi+yaml;version=${asyncapi}`,
  'application/schema+json;version=draft-07',
  'application/schema+yaml;version=draft-07',
  'application/schema+json;version=2020-12',
  'application/vnd.apache.avro+json;version=1.9.0',
  'application/vnd.apache.avro+yaml;version=1.9.0',
  'application/vnd.oai.openapi+json;version=3.0.0',
  'application/vnd.google.protobuf;version=3',
];

export const VALUE_FORMATS: readonly string[] = [
  'date-time',
  'date',
  'time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'uri-template',
  'uuid',
  'json-pointer',
  'regex',
  'int32',
  'int64',
  'float',
  'double',
  'byte',
  'binary',
  'password',
];

export const HTTP_SCHEMES: readonly string[] = ['basic', 'bearer', 'digest', 'hoba', 'mutual', 'negotiate'];

/** Versions of the specification that can be written, newest first. */
export const VERSIONS: readonly string[] = [
  '3.1.0',
  '3.0.0',
  '2.6.0',
  '2.5.0',
  '2.4.0',
  '2.3.0',
  '2.2.0',
  '2.1.0',
  '2.0.0',
];
