/**
 * The shapes of the REST API, version 1: what the server answers and the portal reads. Types only.
 * Every list answers a Page; every error is problem+json (RFC 9457) with the fault's code.
 */

import type { Digest, Finding } from '@portolan/base';
import type { BrokerNode, DomainNode, Facet, Link, SearchHit, Suggestion, TeamNode } from '@portolan/chart';
import type { Action } from '@portolan/contract';
import type { Maturity } from './port-pages.ts';
import type { DriftView } from './port-questions.ts';
import type {
  ChannelSummary,
  CoverView,
  DocumentSummary,
  ExampleView,
  FindingCounts,
  LinkView,
  MessageSummary,
  Page,
  SchemaView,
  ServiceSummary,
  TeamSummary,
} from './port-things.ts';

export type * from './port-access.ts';
export type * from './port-changes.ts';
export type * from './port-governance.ts';
export type * from './port-pages.ts';
export type * from './port-patch.ts';
export type * from './port-push.ts';
export type * from './port-questions.ts';
export type * from './port-reviews.ts';
export type * from './port-things.ts';
export type * from './port-watches.ts';

/** RFC 9457. `type` is the address of the fault's page, `code` its name. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly help: string;
  readonly instance?: string;
}

/** GET /api/v1/overview */
export interface Overview {
  readonly version: string;
  /** Of the chart; the ETag of everything derived from it. */
  readonly digest: Digest;
  readonly counts: {
    readonly services: number;
    readonly channels: number;
    readonly messages: number;
    readonly documents: number;
    readonly teams: number;
    readonly domains: number;
  };
  readonly findings: FindingCounts;
  readonly sources: readonly SourceSummary[];
  readonly protocols: readonly { readonly protocol: string; readonly channels: number }[];
  readonly domains: readonly (DomainNode & { readonly services: number })[];
  /** Newest first, at most 20. */
  readonly recent: readonly RecentChange[];
}

export interface SourceSummary {
  readonly name: string;
  /** Where it is, as the person who started Portolan wrote it, without any secret. */
  readonly location: string;
  readonly documents: number;
  readonly services: number;
  /** Absent while all is well; else why it cannot be read, or not wholly. */
  readonly problem?: string;
}

export interface RecentChange {
  readonly sequence: number;
  readonly at: string;
  readonly kind: 'revision' | 'removal';
  readonly document: string;
  readonly title: string;
  readonly digest?: Digest;
}

/** A service that another depends on, and the messages that make it so. */
export interface Dependency {
  readonly service: string;
  readonly serviceName: string;
  readonly messages: readonly { readonly id: string; readonly name: string; readonly channel: string }[];
  /** Channels that both use where no document says for which message. */
  readonly channels: readonly string[];
  readonly confidence: Link['confidence'];
}

/** GET /api/v1/services/{id} */
export interface ServicePage {
  readonly service: ServiceSummary;
  readonly team?: TeamNode;
  readonly sends: readonly LinkView[];
  readonly receives: readonly LinkView[];
  /** Services whose messages this one receives. */
  readonly dependsOn: readonly Dependency[];
  /** Services that receive this one's messages. */
  readonly dependedOnBy: readonly Dependency[];
  readonly documents: readonly DocumentSummary[];
  /** Where its documents and what is there differ. */
  readonly drift: readonly DriftView[];
}

/** GET /api/v1/channels/{id} */
export interface ChannelPage {
  readonly channel: ChannelSummary;
  readonly team?: TeamNode;
  readonly brokers: readonly BrokerNode[];
  readonly messages: readonly MessageSummary[];
  readonly senders: readonly LinkView[];
  readonly receivers: readonly LinkView[];
  /** Channels that patterns join with this one, those with links that follow from it first. */
  readonly covers: readonly CoverView[];
  /** Where documents and what is there differ on this channel. */
  readonly drift: readonly DriftView[];
}

/** GET /api/v1/messages/{id} */
export interface MessagePage {
  readonly message: MessageSummary;
  readonly team?: TeamNode;
  readonly channels: readonly ChannelSummary[];
  readonly senders: readonly LinkView[];
  readonly receivers: readonly LinkView[];
  /** The senders' definitions first. */
  readonly definitions: readonly MessageDefinition[];
}

/** What one document says that the message looks like. */
export interface MessageDefinition {
  readonly document: string;
  readonly service: string;
  readonly serviceName: string;
  readonly actions: readonly Action[];
  readonly contentType?: string;
  readonly payload?: SchemaView;
  readonly headers?: SchemaView;
  readonly correlationId?: string;
  readonly bindings: Readonly<Record<string, unknown>>;
  /** Written examples; where there are none, one generated from the schema. */
  readonly examples: readonly ExampleView[];
  /** Line of the definition in the document's file. */
  readonly file: string;
  readonly line?: number;
}

/** GET /api/v1/teams/{id} */
export interface TeamPage {
  readonly team: TeamSummary;
  readonly maturity: Maturity;
  readonly services: readonly ServiceSummary[];
  readonly channels: readonly ChannelSummary[];
  readonly messages: readonly MessageSummary[];
}

/** GET /api/v1/documents/{id} */
export interface DocumentPage {
  readonly document: DocumentSummary;
  readonly files: readonly { readonly location: string; readonly digest: Digest; readonly text: string }[];
  readonly findings: readonly Finding[];
  /** What the score is made of; absent when the present text cannot be read. */
  readonly score?: ScoreView;
}

/** How much of what a good document says this one says. */
export interface ScoreView {
  readonly points: number;
  readonly of: number;
  /** Those that lost points first. */
  readonly criteria: readonly CriterionView[];
}

/** One thing that good documents do. */
export interface CriterionView {
  readonly id: string;
  readonly says: string;
  readonly earned: number;
  readonly of: number;
  /** What to mend to earn the rest; `line` in `file`, where it is known. */
  readonly missing: readonly { readonly what: string; readonly file: string; readonly line?: number }[];
}

/** GET /api/v1/documents/{id}/revisions — newest first */
export interface RevisionSummary {
  readonly sequence: number;
  readonly at: string;
  readonly kind: 'revision' | 'removal';
  readonly digest?: Digest;
}

/** GET /api/v1/documents/{id}/revisions/{digest} */
export interface RevisionPage {
  readonly revision: RevisionSummary;
  readonly files: readonly { readonly location: string; readonly digest: Digest; readonly text: string }[];
}

/** GET /api/v1/findings — filters: severity, source, document, code */
export interface FindingView extends Finding {
  readonly document: string;
  readonly title: string;
}

/** GET /api/v1/map: the whole organisation, small enough to draw at once. */
export interface MapView {
  readonly digest: Digest;
  readonly nodes: readonly MapNode[];
  /** Service to channel for `send`, channel to service for `receive`. */
  readonly edges: readonly MapEdge[];
}

export interface MapNode {
  readonly kind: 'service' | 'channel';
  readonly id: string;
  readonly name: string;
  readonly source?: string;
  readonly domain?: string;
  readonly owner?: string;
  readonly protocols: readonly string[];
  readonly tags: readonly string[];
  /** Only of channels: names of what is sent there. */
  readonly messages?: readonly string[];
}

export interface MapEdge {
  readonly service: string;
  readonly channel: string;
  readonly action: Action;
  readonly confidence: Link['confidence'];
  readonly messages: readonly string[];
}

/** GET /api/v1/search?q= — `total` counts everything that fits. */
export interface SearchResults extends Page<SearchHit> {
  /** What the things found can be narrowed by. */
  readonly facets: readonly Facet[];
  /** What is wrong with the query, in sentences. */
  readonly notes: readonly string[];
  /** What somebody may be about to type. */
  readonly suggestions: readonly Suggestion[];
}

export type { Facet, FacetFilter, FacetValue, SearchHit, Suggestion } from '@portolan/chart';

/** GET /api/v1/events (server-sent events): `event: chart` whenever the chart or a document changed. */
export interface ChartEvent {
  readonly digest: Digest;
  readonly sequence: number;
  /** Ids of the documents that were changed, added or removed. */
  readonly documents: readonly string[];
}
