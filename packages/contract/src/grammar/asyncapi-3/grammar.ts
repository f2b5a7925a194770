import { bindings } from '../bindings/protocols.ts';
import { correlationId, externalDocs, messageExample, serverVariable, tag } from '../common.ts';
import { anything, type Grammar, inFormat, listOf, may, named, referenceOr, text, whenHas } from '../kinds.ts';
import { avroSchema, objectSchemaKind, propertiesSchemaKind, schemaKind, textSchema } from '../schema-object.ts';
import { securityScheme } from '../security.ts';
import { channel, parameter, server } from './channels.ts';
import { document } from './document.ts';
import { message, messageTrait, multiFormatSchema } from './messages.ts';
import { operation, operationReply, operationReplyAddress, operationTrait } from './operations.ts';

const externalDocsOrReference = referenceOr(named('ExternalDocs'));
const scopes = may(listOf(text), 'The scopes that are needed; an empty list needs none.');

/** The grammar of AsyncAPI 3.0 and 3.1. */
export const asyncapi3: Grammar = {
  Document: document,
  Server: server,
  ServerVariable: serverVariable,
  Channel: channel,
  Operation: operation,
  OperationTrait: operationTrait,
  OperationReply: operationReply,
  OperationReplyAddress: operationReplyAddress,
  Parameter: parameter,
  Message: message,
  MessageTrait: messageTrait,
  MessageExample: messageExample,
  AnySchema: whenHas(['schema', 'schemaFormat'], multiFormatSchema, named('Schema')),
  HeadersSchema: whenHas(['schema', 'schemaFormat'], multiFormatSchema, named('ObjectSchema')),
  SchemaInFormat: inFormat({
    asyncapi: named('Schema'),
    'json-schema': named('Schema'),
    openapi: anything,
    avro: avroSchema,
    protobuf: textSchema,
  }),
  CorrelationId: correlationId,
  Schema: schemaKind(externalDocsOrReference),
  ObjectSchema: objectSchemaKind(externalDocsOrReference),
  PropertiesSchema: propertiesSchemaKind(externalDocsOrReference),
  ExternalDocs: externalDocs,
  Tag: tag(externalDocsOrReference),
  SecurityScheme: securityScheme({ flowScopes: 'availableScopes', needed: { scopes } }),
  ServerBindings: bindings.server,
  ChannelBindings: bindings.channel,
  OperationBindings: bindings.operation,
  MessageBindings: bindings.message,
};
