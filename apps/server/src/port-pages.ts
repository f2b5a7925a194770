import type { BrokerNode, DomainNode } from '@portolan/chart';
import type {
  ChannelSummary,
  DocumentSummary,
  ExampleView,
  MessageSummary,
  SchemaView,
  ServiceSummary,
  TeamSummary,
} from './port-things.ts';

/** GET /api/v1/servers */
export interface ServerSummary extends BrokerNode {
  readonly channels: number;
  readonly services: number;
}

/** GET /api/v1/servers/{id} */
export interface ServerPage {
  readonly server: ServerSummary;
  readonly channels: readonly ChannelSummary[];
  /** Services that send or receive on it. */
  readonly services: readonly ServiceSummary[];
  /** What documents say about it. Those that say the same stand together. */
  readonly described: readonly ServerDescription[];
}

export interface ServerDescription {
  /** Documents that say exactly this. */
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  /** Key in `servers`. */
  readonly name: string;
  readonly url: string;
  readonly protocolVersion?: string;
  readonly description?: string;
  readonly variables: readonly ServerVariableView[];
  /** Alternatives: one of them is needed. */
  readonly security: readonly SecurityView[];
  readonly bindings: Readonly<Record<string, unknown>>;
}

export interface ServerVariableView {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly enum?: readonly string[];
}

export interface SecurityView {
  readonly scheme: string;
  /** `X509`, `oauth2`; absent where the document does not define the scheme. */
  readonly type?: string;
  readonly description?: string;
  readonly scopes: readonly string[];
}

/** GET /api/v1/domains */
export interface DomainSummary extends DomainNode {
  readonly services: number;
  readonly channels: number;
  readonly messages: number;
  readonly teams: number;
}

/** GET /api/v1/domains/{id} */
export interface DomainPage {
  readonly domain: DomainSummary;
  readonly teams: readonly TeamSummary[];
  readonly services: readonly ServiceSummary[];
  readonly channels: readonly ChannelSummary[];
  readonly messages: readonly MessageSummary[];
  /** Domains whose messages this one receives, and those that receive its messages. */
  readonly dependsOn: readonly DomainTie[];
  readonly dependedOnBy: readonly DomainTie[];
}

/** Another domain, with how many messages make the tie. */
export interface DomainTie {
  /** Absent for services that belong to no domain. */
  readonly domain?: string;
  readonly name: string;
  readonly messages: number;
  /** True when every link of the tie is uncertain. */
  readonly uncertain: boolean;
}

/** GET /api/v1/documents/{id}/schemas */
export interface SchemaSummary {
  /** Inside the document. */
  readonly id: string;
  readonly document: string;
  readonly format: string;
  /** False for one that stands where it is used, and so has no name that others could use. */
  readonly named: boolean;
  /** Messages of the document that have it as their payload or headers, or somewhere inside. */
  readonly messages: number;
}

/** GET /api/v1/documents/{id}/schemas/{schema} */
export interface SchemaPage {
  readonly schema: SchemaView;
  readonly document: DocumentSummary;
  readonly file: string;
  readonly line?: number;
  readonly examples: readonly ExampleView[];
  readonly messages: readonly MessageSummary[];
  /** Schemas of the document that refer to it. */
  readonly usedIn: readonly SchemaSummary[];
  /** Schemas of the same name in other documents, and whether they say the same. */
  readonly elsewhere: readonly SchemaTwin[];
}

export interface SchemaTwin {
  readonly document: string;
  readonly title: string;
  readonly id: string;
  readonly same: boolean;
}

/** How far a team has come with one way of publishing. */
export type LadderRung = 'documented' | 'webhooks' | 'streams' | 'brokers';

/** GET /api/v1/maturity: every team. Also on the page of each team. */
export interface Maturity {
  readonly team: string;
  readonly name: string;
  /** The highest rung of the ladder that one of its channels stands on. */
  readonly rung: LadderRung;
  /** How many channels stand on each. */
  readonly rungs: readonly { readonly rung: LadderRung; readonly channels: number }[];
  /** What is done, each as a part of a whole. */
  readonly marks: readonly MaturityMark[];
  /** From 0 to 100: the mean of the marks. */
  readonly points: number;
}

/** One thing that a mature team does. */
export interface MaturityMark {
  readonly mark: 'documented' | 'owned' | 'versioned' | 'tested';
  readonly done: number;
  readonly of: number;
  /** What counts. */
  readonly says: string;
  /** What to do next; absent when all is done. */
  readonly next?: string;
  /** The first few that are missing. */
  readonly missing: readonly MissingThing[];
}

export interface MissingThing {
  readonly kind: 'service' | 'message';
  readonly id: string;
  readonly name: string;
}
