/** Anchors of the specification by the name of a kind; where the major versions differ, first that of 2.x. */
const SECTIONS: Readonly<Record<string, string | readonly [v2: string, v3: string]>> = {
  'The document': 'A2SObject',
  Info: 'infoObject',
  Contact: 'contactObject',
  License: 'licenseObject',
  Server: 'serverObject',
  'Server Variable': 'serverVariableObject',
  Channel: ['channelItemObject', 'channelObject'],
  Operation: 'operationObject',
  'Operation Trait': 'operationTraitObject',
  'Operation Reply': 'operationReplyObject',
  'Operation Reply Address': 'operationReplyAddressObject',
  Parameter: 'parameterObject',
  Message: 'messageObject',
  'Message Trait': 'messageTraitObject',
  'Message Example': 'messageExampleObject',
  'Multi Format Schema': 'multiFormatSchemaObject',
  Tag: 'tagObject',
  'External Documentation': 'externalDocumentationObject',
  Components: 'componentsObject',
  Schema: 'schemaObject',
  'Object Schema': 'schemaObject',
  'Correlation ID': 'correlationIdObject',
  'Security Scheme': 'securitySchemeObject',
  'OAuth Flows': 'oauthFlowsObject',
  'Server Bindings Object': 'serverBindingsObject',
  'Channel Bindings Object': 'channelBindingsObject',
  'Operation Bindings Object': 'operationBindingsObject',
  'Message Bindings Object': 'messageBindingsObject',
};

/** Folders of the repository of bindings, by what the grammar calls the protocol. */
const BINDINGS: Readonly<Record<string, string>> = {
  Kafka: 'kafka',
  AMQP: 'amqp',
  'AMQP 1.0': 'amqp1',
  MQTT: 'mqtt',
  'MQTT 5': 'mqtt5',
  NATS: 'nats',
  WebSockets: 'websockets',
  HTTP: 'http',
  SNS: 'sns',
  SQS: 'sqs',
  'Google Cloud Pub/Sub': 'googlepubsub',
  Pulsar: 'pulsar',
  Solace: 'solace',
  'IBM MQ': 'ibmmq',
  JMS: 'jms',
  'Anypoint MQ': 'anypointmq',
  Redis: 'redis',
  STOMP: 'stomp',
  Mercure: 'mercure',
  'ROS 2': 'ros2',
};

/**
 * Where the specification describes a kind of object; undefined for kinds without a section.
 *
 * @param kind name of the kind in the grammar: `Operation`, `Kafka channel binding`
 * @param asyncapi version of the document: `3.1.0`
 */
export function sectionLink(kind: string, asyncapi: string): string | undefined {
  const [, label, place] = /^(.+) (server|channel|operation|message) binding$/.exec(kind) ?? [];
  if (label !== undefined) {
    const folder = BINDINGS[label];
    return folder && `https://github.com/asyncapi/bindings/blob/master/${folder}/README.md#${place}`;
  }
  const name = kind.replace(/^.+ (Security Scheme)$/, '$1').replace(/^.+ OAuth Flow$/, 'OAuth Flows');
  const section = Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined;
  if (section === undefined) return undefined;
  const anchor = typeof section === 'string' ? section : section[asyncapi.startsWith('2.') ? 0 : 1];
  return `https://www.asyncapi.com/docs/reference/specification/v${asyncapi}#${anchor}`;
}
