import { bindings } from '../bindings/protocols.ts';
import { correlationId, externalDocs, messageExample, serverVariable, tag } from '../common.ts';
import { anything, type Grammar, inFormat, named, referenceOr, whenHas } from '../kinds.ts';
import { avroSchema, objectSchemaKind, propertiesSchemaKind, schemaKind, textSchema } from '../schema-object.ts';
import { securityScheme } from '../security.ts';
import { document } from './document.ts';
import { channel, message, messages, messageTrait, operation, operationTrait, parameter, server } from './objects.ts';

/** The grammar of AsyncAPI 2.0 to 2.6; what a minor version added carries its version. */
export const asyncapi2: Grammar = {
  Document: document,
  Server: server,
  ServerVariable: serverVariable,
  Channel: referenceOr(channel, { merges: true }),
  Operation: operation,
  OperationTrait: operationTrait,
  Parameter: parameter,
  Message: whenHas(['oneOf'], messages, message),
  MessageTrait: messageTrait,
  MessageExample: messageExample,
  Payload: inFormat({
    asyncapi: named('Schema'),
    'json-schema': named('Schema'),
    openapi: anything,
    avro: avroSchema,
    protobuf: textSchema,
  }),
  CorrelationId: correlationId,
  Schema: schemaKind(externalDocs),
  ObjectSchema: objectSchemaKind(externalDocs),
  PropertiesSchema: propertiesSchemaKind(externalDocs),
  ExternalDocs: externalDocs,
  Tag: tag(externalDocs),
  SecurityScheme: securityScheme({ flowScopes: 'scopes', needed: {} }),
  ServerBindings: bindings.server,
  ChannelBindings: bindings.channel,
  OperationBindings: bindings.operation,
  MessageBindings: bindings.message,
};
