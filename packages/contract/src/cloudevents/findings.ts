import type { FindingKind } from '@portolan/base';

const group = `messagegroups:
  com.example.orders:
    envelope: CloudEvents/1.0
    messages:
      com.example.order.placed:
        description: An order was placed.
        envelope: CloudEvents/1.0
        envelopemetadata:
          type: { value: com.example.order.placed }
          source: { value: '/orders/{shop}', type: uritemplate }
        dataschemaformat: JsonSchema/draft-07
        dataschema: { type: object }
`;

const registry = `specversion: 1.0-rc4
name: Orders
${group}`;

const endpoint = `${registry}endpoints:
  placed:
    usage: [producer]
    protocol: KAFKA
    protocoloptions:
      endpoints: [{ bootstrap.servers: [kafka.example.com:9092] }]
      topic: orders.placed
    messagegroups: [/messagegroups/com.example.orders]
`;

export const XREGISTRY_NOTHING_SENT: FindingKind = {
  code: 'XREGISTRY_NOTHING_SENT',
  severity: 'info',
  says: 'This registry defines no message and no endpoint.',
  why: 'Portolan charts messages; an empty registry has none to show.',
  help: 'Add a message group with messages, or leave this file out of what Portolan reads.',
  source: 'xRegistry 1.0-rc4, Message Definitions Registry Service',
  bad: 'specversion: 1.0-rc4\nname: Orders\nmessagegroups: {}\n',
  good: registry,
};

export const XREGISTRY_REFERENCE_BROKEN: FindingKind = {
  code: 'XREGISTRY_REFERENCE_BROKEN',
  severity: 'error',
  says: 'There is no {what} at `{reference}` in this registry.',
  why: 'Whatever should stand there is missing: the endpoint has fewer messages, or the message has no schema.',
  help: 'Correct the reference; it is the way through the registry, as in `{like}`.',
  source: 'xRegistry 1.0-rc4, basemessage, dataschemauri; Endpoint Registry Service, messagegroups',
  bad: endpoint.replace('[/messagegroups/com.example.orders]', '[/messagegroups/com.example.order]'),
  good: endpoint,
};

export const XREGISTRY_SCHEMA_ELSEWHERE: FindingKind = {
  code: 'XREGISTRY_SCHEMA_ELSEWHERE',
  severity: 'info',
  says: 'The schema `{reference}` of message `{message}` is not in this registry, so it is not read.',
  why: 'What a document says must not depend on what a server answers today. Nothing is known of the payload, so nothing is checked.',
  help: 'Keep the schema in a schema group of the same file and refer to it there, for example `/schemagroups/orders/schemas/placed`.',
  source: 'xRegistry 1.0-rc4, dataschemauri',
  bad: registry.replace('dataschema: { type: object }', 'dataschemauri: https://schemas.example.com/placed.json'),
  good: registry,
};

export const XREGISTRY_SCHEMA_FORMAT_MISSING: FindingKind = {
  code: 'XREGISTRY_SCHEMA_FORMAT_MISSING',
  severity: 'error',
  says: 'Message `{message}` has a schema, but does not say in which language.',
  why: 'The same text means one thing as JSON Schema and another as Avro; readers have to guess.',
  help: 'Add `dataschemaformat`, for example `JsonSchema/draft-07`, `Avro/1.11` or `Protobuf/3`.',
  source: 'xRegistry 1.0-rc4, dataschema, dataschemauri',
  bad: registry.replace('        dataschemaformat: JsonSchema/draft-07\n', ''),
  good: registry,
};

export const XREGISTRY_ATTRIBUTE_NAME: FindingKind = {
  code: 'XREGISTRY_ATTRIBUTE_NAME',
  severity: 'error',
  says: '`{name}` cannot be the name of a CloudEvents attribute.',
  why: 'Names consist of lower-case letters and digits, so that they survive in every protocol. Libraries refuse others.',
  help: 'Rename it, for example to `{like}`.',
  source: 'CloudEvents 1.0.2, Naming Conventions',
  bad: registry.replace('          source:', '          shop_id: { type: string }\n          source:'),
  good: registry.replace('          source:', '          shopid: { type: string }\n          source:'),
};

export const XREGISTRY_ATTRIBUTE_OPTIONAL: FindingKind = {
  code: 'XREGISTRY_ATTRIBUTE_OPTIONAL',
  severity: 'error',
  says: 'The attribute `{name}` is declared as optional, but every CloudEvent has it.',
  why: 'Receivers route by `type` and drop duplicates by `source` and `id`; libraries refuse an event without them.',
  help: 'Remove `required: false`.',
  source: 'xRegistry 1.0-rc4, CloudEvents/1.0; CloudEvents 1.0.2, Required Attributes',
  bad: registry.replace('{ value: com.example.order.placed }', '{ value: com.example.order.placed, required: false }'),
  good: registry,
};
