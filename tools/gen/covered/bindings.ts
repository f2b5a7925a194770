import { type Demand, demand } from './demand.ts';

const VALUE = 'GRAMMAR_VALUE_NOT_ALLOWED';
const REQUIRED = 'GRAMMAR_REQUIRED_MISSING';
const UNKNOWN = 'GRAMMAR_UNKNOWN_FIELD';
const NO_SCHEME = 'From 3.0 on a server has no URI scheme, and 2.x documents use any.';

/** MUST, MUST NOT and REQUIRED of the specifications of bindings. */
export const bindingDemands: readonly Demand[] = [
  demand('All bindings', 'all', 'An object has only the members that are listed; reserved ones have none.', UNKNOWN),
  demand(
    'All bindings, bindingVersion',
    'all',
    'Absent means the latest.',
    'It tells tools how to read documents; BINDING_FIELD_OUTDATED says where that changes something.',
  ),
  demand('AMQP, exchange.name and queue.name', '0.2, 0.3', 'At most 255 characters.', VALUE),
  demand('AMQP, expiration', '0.2, 0.3', 'Zero or more.', VALUE),
  demand('AMQP, deliveryMode', '0.2, 0.3', '1 or 2.', VALUE),
  demand(
    'Anypoint MQ, JMS, server protocol',
    '0.0.1',
    'The protocol is that of the binding.',
    'SERVER_BINDING_FOREIGN',
  ),
  demand(
    'Anypoint MQ, host and pathname',
    '0.0.1',
    'They are those of its REST API, without the version.',
    'Only Anypoint MQ knows its addresses, and they change.',
  ),
  demand(
    'Anypoint MQ, security',
    '0.0.1',
    'It is OAuth 2 with client credentials.',
    'The text describes the service of today; a document for another one is not wrong.',
  ),
  demand('Anypoint MQ, destinationType', '0.0.1', '`exchange`, `queue` or `fifo-queue`.', VALUE),
  demand(
    'Anypoint MQ, JMS, HTTP, message headers',
    'all',
    'The schema is of type object and has `properties`.',
    REQUIRED,
    VALUE,
  ),
  demand(
    'HTTP, WebSockets, query and headers',
    'all',
    'The schema is of type object and has `properties`.',
    REQUIRED,
    VALUE,
  ),
  demand('HTTP, method', '0.1 to 0.3', 'One of the methods of HTTP.', VALUE),
  demand('WebSockets, method', '0.1', '`GET` or `POST`.', VALUE),
  demand(
    'IBM MQ, URI scheme',
    '0.1',
    'An address begins with `ibmmq://`, names a port, and has neither query nor fragment.',
    NO_SCHEME,
  ),
  demand(
    'IBM MQ, groupId, ccdtQueueManagerName, multiEndpointServer',
    '0.1',
    'Each is left out for some URI schemes.',
    NO_SCHEME,
  ),
  demand('IBM MQ, cipherSpec', '0.1', 'It is left out for the protocol `ibmmq`.', 'SERVER_IBMMQ_CIPHER_SPEC'),
  demand('IBM MQ, heartBeatInterval', '0.1', 'From 0 to 999999.', VALUE),
  demand('IBM MQ, destinationType', '0.1', '`topic` or `queue`.', VALUE),
  demand('IBM MQ, queue', '0.1', 'It is there for a queue, and has an `objectName`.', 'CHANNEL_IBMMQ_QUEUE', REQUIRED),
  demand('IBM MQ, queue and topic', '0.1', 'They do not stand together.', 'GRAMMAR_FIELDS_EXCLUDE'),
  demand('IBM MQ, objectName and string', '0.1', 'At most 48 and 10240 characters.', VALUE),
  demand('IBM MQ, maxMsgLength', '0.1', 'From 0 to 104857600.', VALUE),
  demand('IBM MQ, message type', '0.1', '`string`, `jms` or `binary`.', VALUE),
  demand(
    'IBM MQ, message headers',
    '0.1',
    'They are left out for the types `string` and `jms`.',
    'MESSAGE_IBMMQ_HEADERS',
  ),
  demand('IBM MQ, expiry', '0.1', 'Zero or more.', VALUE),
  demand('JMS, jmsConnectionFactory', '0.0.1', 'It is there.', REQUIRED),
  demand('JMS, protocolVersion', '0.0.1', 'One of the versions of JMS.', 'SERVER_JMS_VERSION'),
  demand('JMS, destinationType', '0.0.1', '`queue` or `fifo-queue`.', VALUE),
  demand(
    'Kafka, schemaRegistryVendor',
    '0.3 to 0.5',
    'It is left out without `schemaRegistryUrl`.',
    'SERVER_KAFKA_REGISTRY_URL',
  ),
  demand(
    'Kafka, schemaIdLocation, schemaIdPayloadEncoding, schemaLookupStrategy',
    '0.3 to 0.5',
    'They are left out where no server has a registry.',
    'MESSAGE_KAFKA_SCHEMA_REGISTRY',
  ),
  demand('Kafka, partitions and replicas', '0.3 to 0.5', 'Greater than zero.', VALUE),
  demand('MQTT, qos', '0.1, 0.2', '0, 1 or 2.', VALUE),
  demand('NATS, queue', '0.1', 'At most 255 characters.', VALUE),
  demand(
    'Pulsar, namespace and persistence',
    '0.1',
    'Both are there; persistence is one of two words.',
    REQUIRED,
    VALUE,
  ),
  demand(
    'Pulsar, tenant',
    '0.1',
    'Absent means `public`.',
    'It tells tools how to read documents; Portolan does it so.',
  ),
  demand('ROS 2, role', '0.1', 'It fits the action of the operation.', 'OPERATION_ROS2_ROLE'),
];
