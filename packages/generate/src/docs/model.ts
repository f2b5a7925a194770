import type { Contract } from '@portolan/contract';

/** What docs are made from: a chart, the documents it was related from, and how the site is called. */
export interface DocsInput {
  /** Name of the site, in its head and in the title of every page. */
  readonly title: string;
  readonly chart: DocsChart;
  readonly documents: readonly DocsDocument[];
  /** Parts that a team put in place of ours. */
  readonly templates?: Templates;
}

/** A document with what was found in it. Everything in it is shown: whoever calls has masked the secrets. */
export interface DocsDocument {
  readonly id: string;
  readonly source: string;
  readonly path: string;
  readonly contract: DocsContract;
  readonly findings: FindingCounts;
}

/** The facts of a Contract that pages show. */
export type DocsContract = Pick<
  Contract,
  | 'asyncapi'
  | 'openapi'
  | 'xregistry'
  | 'info'
  | 'defaultContentType'
  | 'servers'
  | 'channels'
  | 'operations'
  | 'messages'
  | 'schemas'
  | 'securitySchemes'
>;

/** How many findings of each severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** The chart as docs need it; a chart of Portolan fits. Lists are sorted by id. */
export interface DocsChart {
  readonly services: readonly DocsService[];
  readonly channels: readonly DocsChannel[];
  readonly messages: readonly DocsMessage[];
  readonly links: readonly DocsLink[];
  readonly teams: readonly DocsTeam[];
  readonly domains: readonly DocsDomain[];
  readonly brokers: readonly DocsBroker[];
  readonly covers?: readonly DocsCover[];
}

export interface DocsService {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly owner?: string;
  readonly domain?: string;
  readonly documents: readonly string[];
  readonly protocols: readonly string[];
  readonly tags: readonly string[];
}

export interface DocsChannel {
  readonly id: string;
  /** Null when no document knows it. */
  readonly address: string | null;
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly protocols: readonly string[];
  readonly brokers: readonly string[];
  readonly messages: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly description?: string }[];
  readonly bindings: Readonly<Record<string, unknown>>;
  readonly owner?: string;
  readonly domain?: string;
  readonly described: readonly DescribedIn[];
  readonly tags: readonly string[];
}

export interface DocsMessage {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly contentType?: string;
  readonly channels: readonly string[];
  readonly owner?: string;
  readonly domain?: string;
  readonly deprecated?: boolean;
  readonly described: readonly DescribedIn[];
  readonly tags: readonly string[];
}

/** The document that describes something, and the id it has in there. */
export interface DescribedIn {
  readonly document: string;
  readonly id: string;
}

/** A service sends or receives a message on a channel. */
export interface DocsLink {
  readonly service: string;
  readonly action: 'send' | 'receive';
  readonly channel: string;
  readonly message?: string;
  readonly confidence: 'stated' | 'supported' | 'uncertain';
  readonly evidence: readonly DocsEvidence[];
  /** Fields that a receiver's own schema names. */
  readonly fields?: readonly string[];
  /** The channel from which the service really receives, where its address is a pattern that takes in the link's. */
  readonly through?: { readonly channel: string; readonly message?: string };
}

/** A channel whose address is a pattern takes in another. */
export interface DocsCover {
  readonly channel: string;
  readonly covered: string;
  readonly confidence: 'stated' | 'uncertain';
}

/** Why a link is believed. Members differ by kind of evidence; those that are there are told. */
export interface DocsEvidence {
  readonly kind: string;
  readonly document?: string;
  readonly operation?: string;
  readonly verb?: string;
  readonly direction?: readonly { readonly kind: string; readonly says: string; readonly points: 'send' | 'receive' }[];
  readonly reply?: true;
}

export interface DocsTeam {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly url?: string;
}

export interface DocsDomain {
  readonly id: string;
  readonly name: string;
}

export interface DocsBroker {
  readonly id: string;
  readonly host: string;
  readonly protocol: string;
  /** Keys that documents give it. */
  readonly names: readonly string[];
}

/** A team's own parts of every page: texts with slots, read from a folder by whoever calls. */
export interface Templates {
  /** By file name: `header.html`, `footer.html` and others that `PARTIALS` names. */
  readonly partials: Readonly<Record<string, string>>;
  /** CSS that comes after ours. */
  readonly style?: string;
  /** Path of the logo below `assets`, shown in place of the compass rose. */
  readonly logo?: string;
}
