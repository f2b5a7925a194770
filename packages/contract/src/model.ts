import type { Digest, Finding, Origin, Range } from '@portolan/base';

/**
 * The language a document is written in, with the version that its author wrote, under the member that says so in the
 * document itself. Exactly one of them is there; see `writtenIn` for words.
 */
export interface Written {
  /** `2.6.0`, `3.1.0`. */
  readonly asyncapi?: string;
  /** A document of OpenAPI, of which the webhooks and callbacks are read: `3.0.3`, `3.1.0`. */
  readonly openapi?: string;
  /** CloudEvents definitions in the form of an xRegistry: its `specversion`, empty where the document gives none. */
  readonly xregistry?: string;
}

/**
 * The facts of one document, whatever its language and version: plain, frozen, serialisable.
 * Nodes refer to each other by id, never by object, so a Contract can be stored, sent and compared.
 */
export interface Contract extends Written {
  /** Hash of the facts without their origins: equal for two documents that say the same. */
  readonly digest: Digest;
  /** The application's own identifier, a URI, where given. */
  readonly id?: string;
  readonly info: Info;
  readonly defaultContentType?: string;
  readonly servers: readonly Server[];
  readonly channels: readonly Channel[];
  readonly operations: readonly Operation[];
  readonly messages: readonly Message[];
  readonly schemas: readonly SchemaDefinition[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Set when the text, or one that it refers to, is damaged: these are the facts of what could still be read. */
  readonly incomplete?: true;
  /** Locations of every file that was read, the entry first. */
  readonly sources: readonly SourceRef[];
  /** Pointers of components that nothing refers to: `#/components/schemas/Old`. */
  readonly unused: readonly Origin[];
  readonly extensions: Extensions;
  readonly origin: Origin;
}

export type ServerId = string;
export type ChannelId = string;
export type OperationId = string;
export type MessageId = string;
export type SchemaId = string;

/** `x-…` members, as written. */
export type Extensions = Readonly<Record<string, unknown>>;

/** Binding objects by protocol key, as written, with `bindingVersion` still inside. */
export type Bindings = Readonly<Record<string, unknown>>;

/** What most objects of the specification carry. */
interface Described {
  readonly title?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags: readonly Tag[];
  readonly externalDocs?: ExternalDocs;
  readonly extensions: Extensions;
  readonly origin: Origin;
}

export interface SourceRef {
  readonly location: string;
  /** Digest of the file's text. */
  readonly digest: Digest;
}

export interface Info extends Described {
  readonly title: string;
  readonly version: string;
  readonly termsOfService?: string;
  readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string };
  readonly license?: { readonly name?: string; readonly url?: string };
}

export interface Tag {
  readonly name: string;
  readonly description?: string;
}

export interface ExternalDocs {
  readonly url: string;
  readonly description?: string;
}

export interface Server extends Described {
  /** Key in `servers`. */
  readonly id: ServerId;
  /** Host with port, variables unexpanded: `{region}.example.com:9092`. Never holds user information. */
  readonly host: string;
  readonly pathname?: string;
  /** Lower case: `kafka`, `mqtt`, `amqp`, `ws` … */
  readonly protocol: string;
  readonly protocolVersion?: string;
  readonly variables: readonly ServerVariable[];
  readonly security: readonly SecurityRequirement[];
  readonly bindings: Bindings;
}

export interface ServerVariable {
  readonly name: string;
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly description?: string;
  readonly origin: Origin;
}

export interface Channel extends Described {
  /** 3.x: the key in `channels`. 2.x: the address, which is the key there. */
  readonly id: ChannelId;
  /** Null when the author left it unknown. */
  readonly address: string | null;
  /** Empty means every server of the document, unless the channel is `elsewhere`. */
  readonly servers: readonly ServerId[];
  /**
   * True where each receiver chooses the address for itself, as for the webhooks and callbacks of OpenAPI: it is on none
   * of the document's servers, and equal words in two documents mean no equal place.
   */
  readonly elsewhere?: true;
  readonly parameters: readonly Parameter[];
  readonly messages: readonly MessageId[];
  readonly bindings: Bindings;
}

export interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: string;
  readonly examples?: readonly string[];
  readonly location?: string;
  readonly origin: Origin;
}

/** What the described application does, from its own point of view. */
export type Action = 'send' | 'receive';

export interface Operation extends Described {
  /** 3.x: the key. 2.x: `operationId`, else the address and the verb. */
  readonly id: OperationId;
  /** The action under the specification's reading: 2.x `publish` is `receive`, `subscribe` is `send`. */
  readonly action: Action;
  /** The word the author wrote. */
  readonly verb: 'publish' | 'subscribe' | 'send' | 'receive';
  readonly channel: ChannelId;
  /** Messages of the channel that the operation works with. */
  readonly messages: readonly MessageId[];
  readonly reply?: Reply;
  readonly security: readonly SecurityRequirement[];
  readonly bindings: Bindings;
  /** What is known of the true direction; see perspective. */
  readonly direction: Direction;
}

export interface Reply {
  /** Runtime expression of the reply address. */
  readonly location?: string;
  readonly channel?: ChannelId;
  readonly messages: readonly MessageId[];
}

/**
 * Which way the messages really flow. 2.x verbs are inverted in much of the wild, and converted 3.x documents keep the
 * inversion; the evidence is kept beside the conclusion so that people can judge it.
 */
export interface Direction {
  /** The action that the evidence supports. Reading alone never overrules the verb, but for a person who settled it. */
  readonly action: Action;
  /**
   * `stated`: nothing contradicts the author's verb. `supported`: other evidence agrees. `uncertain`: some evidence
   * contradicts it, or the verb is not to be believed and nothing else speaks.
   */
  readonly confidence: 'stated' | 'supported' | 'uncertain';
  readonly evidence: readonly DirectionEvidence[];
}

/** What speaks for a direction. `EvidenceKind` says where it was seen. */
export interface DirectionEvidence {
  readonly kind: EvidenceKind;
  /** The words that were seen. */
  readonly says: string;
  readonly points: Action;
  /** Where it stands, when that is not the operation itself: a file of the infrastructure, or the team's settings. */
  readonly origin?: Origin;
}

/**
 * Where evidence of a direction was seen. In the document: the author's verb, `x-portolan-direction` (settled; also by
 * the team's settings), the
 * operation's id, its consumer group, its summary or title, its description, the key of its channel. In the whole of
 * the chart: the address, when it has a wildcard; the other documents on the channel, how often the other verbs were
 * right, infrastructure files.
 */
export type EvidenceKind =
  | 'verb'
  | 'settled'
  | 'operation-id'
  | 'consumer-group'
  | 'summary'
  | 'description'
  | 'channel-key'
  | 'address'
  | 'other-documents'
  | 'other-verbs'
  | 'infrastructure';

export interface Message extends Described {
  /** Unique in the Contract: the component key, else the message's own id or name, else derived from its channel. */
  readonly id: MessageId;
  /** What people call it: `name`, else the key or id it is written under, which other messages may share. */
  readonly name: string;
  /** Absent when neither the message nor the document says. */
  readonly contentType?: string;
  readonly payload?: SchemaId;
  readonly headers?: SchemaId;
  readonly correlationId?: { readonly location: string; readonly description?: string };
  readonly examples: readonly MessageExample[];
  readonly bindings: Bindings;
  readonly deprecated?: boolean;
}

export interface MessageExample {
  readonly name?: string;
  readonly summary?: string;
  readonly payload?: unknown;
  readonly headers?: unknown;
  readonly origin: Origin;
}

/** Languages a schema can be written in; `other` is kept as written and never judged. */
export type SchemaFormat = 'asyncapi' | 'json-schema' | 'openapi' | 'avro' | 'protobuf' | 'raml' | 'other';

export interface SchemaDefinition {
  readonly id: SchemaId;
  readonly format: SchemaFormat;
  /** The `schemaFormat` as written, where it was. */
  readonly schemaFormat?: string;
  /**
   * The schema as written, but each `$ref` rewritten to `#/schemas/<id>` of this Contract (the id escaped as a JSON
   * pointer key), so that it needs no file and recursion costs nothing. Protobuf is its text.
   */
  readonly definition: unknown;
  /**
   * Where what it names without a `$ref` is defined: ids of other schemas by full names of Avro types, or by the paths of
   * Protobuf imports. Several where an Avro type is defined several times.
   */
  readonly imports?: Readonly<Record<string, readonly SchemaId[]>>;
  /** Full name of the Protobuf message that is meant, where the text defines several and something says which. */
  readonly root?: string;
  readonly origin: Origin;
}

export interface SecurityScheme {
  /** Key in components, else derived from where it is used. */
  readonly id: string;
  readonly type: string;
  readonly description?: string;
  /** The other members, as written. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
}

/** One way in. Requirements in a list are alternatives. */
export interface SecurityRequirement {
  readonly scheme: string;
  readonly scopes: readonly string[];
}

/** What reading gives: everything that could be read, and all that was wrong, at once. */
export interface ReadResult {
  /** Absent when the text is no document that can be read, or one that holds nothing asynchronous. */
  readonly contract?: Contract;
  /** With ranges, in the order of the text. */
  readonly findings: readonly Finding[];
  /** Every file that was read, the entry first; references that could not be loaded are findings. */
  readonly files: readonly SourceFile[];
  /** Where a fact stands, as long as the text is at hand: for findings that others make about this Contract. */
  readonly locate: (origin: Origin) => Range | undefined;
}

export interface SourceFile {
  readonly location: string;
  readonly text: string;
}

/** Gives the text of a file by its location, or undefined when there is none. The reader does no I/O of its own. */
export interface Load {
  /**
   * For a URL: undefined when its host may not be asked. A Fault that is thrown for one becomes a finding at the
   * reference that names it.
   */
  (location: string): Promise<string | undefined> | string | undefined;
  /** The location of a file that is probably meant where there is none, such as one in other capitals. */
  readonly near?: (location: string) => Promise<string | undefined>;
}
