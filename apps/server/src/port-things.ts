import type { Digest, Severity } from '@portolan/base';
import type { ChannelKey, ChannelNode, Cover, Link, MessageNode, ServiceNode, TeamNode } from '@portolan/chart';
import type { Shape } from '@portolan/schema';

/** One page of a list. `next` is the cursor of the following page, absent on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly next?: string;
}

export type FindingCounts = Readonly<Record<Severity, number>>;

/** GET /api/v1/services — filters: source, owner, domain, protocol, q */
export interface ServiceSummary extends ServiceNode {
  readonly ownerName?: string;
  readonly sends: number;
  readonly receives: number;
  readonly findings: FindingCounts;
}

/** A link with the names a page needs. */
export interface LinkView extends Link {
  readonly serviceName: string;
  readonly channelName: string;
  readonly channelAddress: string | null;
  /** Absent when the link names no message: then it stands for whatever is on the channel. */
  readonly messageName?: string;
  /** Of a link through a channel with a pattern: what people call that channel. */
  readonly throughName?: string;
  readonly owner?: string;
  readonly ownerName?: string;
}

/** Another channel that this one's pattern takes in, or whose pattern takes in this one. */
export interface CoverView extends Pick<Cover, 'by' | 'confidence' | 'says'> {
  readonly way: 'takes-in' | 'taken-in-by';
  readonly channel: ChannelKey;
  /** Its address, else its name. */
  readonly name: string;
}

/** GET /api/v1/channels — filters: source, owner, domain, protocol, q */
export interface ChannelSummary extends ChannelNode {
  readonly ownerName?: string;
  readonly senders: number;
  readonly receivers: number;
}

/** GET /api/v1/messages — filters: source, owner, domain, protocol, q */
export interface MessageSummary extends MessageNode {
  readonly ownerName?: string;
  readonly senders: number;
  readonly receivers: number;
  readonly payloadFormat?: string;
}

export interface SchemaView {
  /** Id inside the document's Contract. */
  readonly id: string;
  readonly format: string;
  readonly schemaFormat?: string;
  readonly shape: Shape;
  /** The schema's text for people who want it raw: JSON with two blanks, or the Protobuf source. */
  readonly source: string;
}

export interface ExampleView {
  readonly name?: string;
  readonly summary?: string;
  readonly payload?: unknown;
  readonly headers?: unknown;
  readonly generated: boolean;
}

/** GET /api/v1/teams */
export interface TeamSummary extends TeamNode {
  readonly services: number;
  readonly channels: number;
  readonly messages: number;
  readonly findings: FindingCounts;
}

/** GET /api/v1/documents — filters: source, severity, q */
export interface DocumentSummary {
  readonly id: string;
  readonly source: string;
  readonly path: string;
  readonly title: string;
  readonly version: string;
  /** Version of the language it is written in, one of the three; absent for a document that cannot be read at all. */
  readonly asyncapi?: string;
  readonly openapi?: string;
  readonly xregistry?: string;
  /** True when the present text cannot be read, so that the chart still shows an older revision. */
  readonly stale?: true;
  readonly service?: string;
  readonly findings: FindingCounts;
  /** How many findings the team lives with, by the excludes of its settings; absent where there is none. */
  readonly suppressed?: number;
  /** Points from 0 to 100; absent when the present text cannot be read. */
  readonly score?: number;
  /** When it was last committed in its git repository, and the commit in short. */
  readonly committed?: { readonly at: string; readonly commit: string };
  readonly revision: Digest;
  /** When the current revision was recorded. */
  readonly at: string;
}
