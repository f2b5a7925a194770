export {
  DEPRECATION_MEMBERS,
  type Deprecation,
  deprecationIn,
  deprecationOf,
  isAboutDeprecation,
} from './deprecation/deprecation.ts';
export { type DocumentKind, documentKindOf } from './document-kind.ts';
export { findingKinds } from './finding-kinds.ts';
export type {
  Action,
  Bindings,
  Channel,
  ChannelId,
  Contract,
  Direction,
  DirectionEvidence,
  EvidenceKind,
  Extensions,
  ExternalDocs,
  Info,
  Load,
  Message,
  MessageExample,
  MessageId,
  Operation,
  OperationId,
  Parameter,
  ReadResult,
  Reply,
  SchemaDefinition,
  SchemaFormat,
  SchemaId,
  SecurityRequirement,
  SecurityScheme,
  Server,
  ServerId,
  ServerVariable,
  SourceFile,
  SourceRef,
  Tag,
  Written,
} from './model.ts';
export { read, readText } from './read.ts';
export { decode } from './source/decode.ts';
export { looksLikeAsyncApi } from './source/sniff.ts';
export { writtenIn, writtenOf } from './written-in.ts';
