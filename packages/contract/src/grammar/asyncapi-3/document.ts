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
    tags: may(listOf(referenceOr(named('Tag'))), 'Words to group the application by.'),
    externalDocs: may(referenceOr(named('ExternalDocs')), 'Documentation that stands elsewhere.'),
  },
  { says: 'What the document is about.' },
);

const components: ObjectKind = object(
  'Components',
  {
    schemas: part('AnySchema', 'Schemas to refer to.'),
    servers: part('Server', 'Servers to refer to.'),
    channels: part('Channel', 'Channels to refer to.'),
    operations: part('Operation', 'Operations to refer to.'),
    messages: part('Message', 'Messages to refer to.'),
    securitySchemes: part('SecurityScheme', 'Security schemes to refer to.'),
    serverVariables: part('ServerVariable', 'Server variables to refer to.'),
    parameters: part('Parameter', 'Parameters to refer to.'),
    correlationIds: part('CorrelationId', 'Correlation ids to refer to.'),
    replies: part('OperationReply', 'Replies to refer to.'),
    replyAddresses: part('OperationReplyAddress', 'Reply addresses to refer to.'),
    externalDocs: part('ExternalDocs', 'Pointers to documentation to refer to.'),
    tags: part('Tag', 'Tags to refer to.'),
    operationTraits: part('OperationTrait', 'What several operations have in common.'),
    messageTraits: part('MessageTrait', 'What several messages have in common.'),
    serverBindings: part('ServerBindings', 'Server bindings to refer to.'),
    channelBindings: part('ChannelBindings', 'Channel bindings to refer to.'),
    operationBindings: part('OperationBindings', 'Operation bindings to refer to.'),
    messageBindings: part('MessageBindings', 'Message bindings to refer to.'),
  },
  { says: 'Things to refer to; what nothing refers to has no effect.' },
);

function part(name: string, says: string): Field {
  return may(mapOf(referenceOr(named(name)), 'componentKey'), says);
}

function map(name: string): Kind {
  return mapOf(referenceOr(named(name)));
}

export const document: ObjectKind = object(
  'The document',
  {
    asyncapi: must(formatted('version'), 'The version of the specification that the document is written in.'),
    id: may(formatted('uri'), 'A URI that names the application for ever.'),
    info: must(info, 'What the document is about.'),
    servers: may(mapOf(referenceOr(named('Server')), 'name'), 'Where messages are sent and received.'),
    defaultContentType: may(formatted('mediaType'), 'The content type of messages that do not say theirs.'),
    channels: may(map('Channel'), 'The channels that the application uses.'),
    operations: may(map('Operation'), 'What the application does.'),
    components: may(components, 'Things to refer to.'),
  },
  {
    instead: {
      tags: 'From AsyncAPI 3.0 on, `tags` stand in `info`.',
      externalDocs: 'From AsyncAPI 3.0 on, `externalDocs` stands in `info`.',
    },
  },
);
