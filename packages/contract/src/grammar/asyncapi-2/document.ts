import { contact, license } from '../common.ts';
import {
  type Field,
  formatted,
  type Kind,
  listOf,
  mapOf,
  may,
  must,
  named,
  type ObjectKind,
  object,
  referenceOr,
  text,
} from '../kinds.ts';

const info = object(
  'Info',
  {
    title: must(text, 'The name of the application.'),
    version: must(text, 'The version of this API; not the version of AsyncAPI.'),
    description: may(text, 'What the application does, in CommonMark.'),
    termsOfService: may(formatted('url'), 'Where the terms of service are found.'),
    contact: may(contact, 'Who answers for the application.'),
    license: may(license, 'The terms that the API may be used under.'),
  },
  {
    says: 'What the document is about.',
    instead: {
      tags: 'Up to AsyncAPI 2.6, `tags` stand at the root of the document.',
      externalDocs: 'Up to AsyncAPI 2.6, `externalDocs` stands at the root of the document.',
    },
  },
);

export const components: ObjectKind = object(
  'Components',
  {
    schemas: part(named('Schema'), 'Schemas to refer to.'),
    servers: part(referenceOr(named('Server')), 'Servers to refer to.', '2.3'),
    channels: part(named('Channel'), 'Channel items to refer to.', '2.3'),
    serverVariables: part(referenceOr(named('ServerVariable')), 'Server variables to refer to.', '2.4'),
    messages: part(referenceOr(named('Message')), 'Messages to refer to.'),
    securitySchemes: part(
      referenceOr(named('SecurityScheme')),
      'The security schemes that servers and operations name.',
    ),
    parameters: part(referenceOr(named('Parameter')), 'Parameters to refer to.'),
    correlationIds: part(referenceOr(named('CorrelationId')), 'Correlation ids to refer to.'),
    operationTraits: part(referenceOr(named('OperationTrait')), 'What several operations have in common.'),
    messageTraits: part(referenceOr(named('MessageTrait')), 'What several messages have in common.'),
    serverBindings: part(referenceOr(named('ServerBindings')), 'Server bindings to refer to.'),
    channelBindings: part(referenceOr(named('ChannelBindings')), 'Channel bindings to refer to.'),
    operationBindings: part(referenceOr(named('OperationBindings')), 'Operation bindings to refer to.'),
    messageBindings: part(referenceOr(named('MessageBindings')), 'Message bindings to refer to.'),
  },
  { says: 'Things to refer to; what nothing refers to has no effect.' },
);

function part(kind: Kind, says: string, since?: string): Field {
  return may(mapOf(kind, 'componentKey'), says, since ? { since } : {});
}

export const document: ObjectKind = object(
  'The document',
  {
    asyncapi: must(formatted('version'), 'The version of the specification that the document is written in.'),
    id: may(formatted('uri'), 'A URI that names the application for ever.'),
    info: must(info, 'What the document is about.'),
    servers: may(
      mapOf(referenceOr(named('Server'), { since: '2.3' }), 'name'),
      'Where messages are sent and received.',
    ),
    defaultContentType: may(formatted('mediaType'), 'The content type of messages that do not say theirs.'),
    channels: must(mapOf(named('Channel'), 'uriTemplate'), 'The channels, by address.'),
    components: may(components, 'Things to refer to.'),
    tags: may(listOf(named('Tag')), 'Words to group the application by.'),
    externalDocs: may(named('ExternalDocs'), 'Documentation that stands elsewhere.'),
  },
  { instead: { operations: 'Up to AsyncAPI 2.6, operations stand in their channel as `publish` and `subscribe`.' } },
);
