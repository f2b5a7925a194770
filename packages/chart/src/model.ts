import type { Digest, Finding, Origin } from '@portolan/base';
import type { Action, Contract, DirectionEvidence } from '@portolan/contract';

/** A Contract with where it came from: what `relate` works on. */
export interface ChartedDocument {
  /** Unique and stable: `<source>/<path>`. */
  readonly id: DocumentId;
  /** Name of the source that holds it: a folder given to `up`. */
  readonly source: string;
  /** Path of the entry file inside the source. */
  readonly path: string;
  readonly contract: Contract;
  /** What is known of its file beside its text. */
  readonly beside?: DocumentBeside;
}

/** What is known of a document's file beside its text. */
export interface DocumentBeside {
  /** Word for the team that answers for the file by the CODEOWNERS of its repository, with the line that says so. */
  readonly owner?: { readonly team: string; readonly origin: Origin };
  /** When it was last changed in its git repository, and the commit in short. Who did it is nobody's business. */
  readonly committed?: { readonly at: string; readonly commit: string };
}

export type DocumentId = string;
export type ServiceId = string;
export type ChannelKey = string;
export type MessageKey = string;
export type TeamId = string;

/** Who sends what to whom, over all documents. Plain, frozen, serialisable; lists are sorted by id. */
export interface Chart {
  /** Hash of the chart's facts; changes when and only when something shown changes. */
  readonly digest: Digest;
  readonly services: readonly ServiceNode[];
  readonly channels: readonly ChannelNode[];
  readonly messages: readonly MessageNode[];
  readonly links: readonly Link[];
  readonly teams: readonly TeamNode[];
  readonly domains: readonly DomainNode[];
  readonly brokers: readonly BrokerNode[];
  /** Channels whose addresses are patterns, with those that they take in. Absent where there are none. */
  readonly covers?: readonly Cover[];
  /** What only the whole shows: two owners, a service described twice … */
  readonly findings: readonly ChartFinding[];
  /** Where the documents and what really is there differ. Absent without evidence beside the documents. */
  readonly drift?: readonly Drift[];
}

/** How documents and reality differ. */
export type DriftKind =
  /** Documented, and not there. */
  | 'channel-absent'
  /** There, and in no document. */
  | 'channel-undocumented'
  /** There, and nobody sends on it or nobody receives from it. */
  | 'channel-dead'
  /** Somebody uses a channel that is neither there nor documented. */
  | 'sender-orphaned'
  | 'receiver-orphaned'
  /** Its documents name one owner, the infrastructure another. */
  | 'owners-differ'
  /** A service that has documents uses the channel, and they do not say so. */
  | 'sender-undocumented'
  | 'receiver-undocumented'
  /** Somebody uses the channel whom no document describes. */
  | 'sender-unknown'
  | 'receiver-unknown'
  /** A document says so, and the infrastructure does not know of it. */
  | 'sender-absent'
  | 'receiver-absent';

/** One difference between the documents and what files of evidence say is there. */
export interface Drift {
  readonly kind: DriftKind;
  /** One sentence that tells it. */
  readonly says: string;
  readonly address: string;
  /** Absent for a channel that no document has. */
  readonly channel?: ChannelKey;
  readonly service?: ServiceId;
  /** Who uses the channel, by the name that the infrastructure has for them. */
  readonly who?: string;
  /** What was probably meant: an address, a service. */
  readonly meant?: string;
  /** Document that the origin is in; absent when it is in a file of evidence. */
  readonly document?: DocumentId;
  readonly origin: Origin;
}

/** A finding that takes more than one document to see. Its origin stands in the document it names. */
export interface ChartFinding extends Finding {
  readonly document: DocumentId;
}

/** An application: what one or more AsyncAPI documents describe. */
export interface ServiceNode {
  readonly id: ServiceId;
  readonly name: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly owner?: TeamId;
  readonly domain?: string;
  /** Source of its first document. */
  readonly source: string;
  /** The first one, by id, gives name and version. */
  readonly documents: readonly DocumentId[];
  /** Protocol families of its servers, or of its bindings where it names no server. */
  readonly protocols: readonly string[];
  readonly tags: readonly string[];
}

/** One address on one broker (or on several that the documents name as equals). */
export interface ChannelNode {
  readonly id: ChannelKey;
  /** Null when no document knows it. */
  readonly address: string | null;
  /** What people call it: the title, else the address, else the key. */
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly protocols: readonly string[];
  readonly brokers: readonly string[];
  readonly messages: readonly MessageKey[];
  readonly parameters: readonly { readonly name: string; readonly description?: string }[];
  readonly bindings: Readonly<Record<string, unknown>>;
  /** Team that owns what is sent here: of the only sender, or of all senders when they have the same owner. */
  readonly owner?: TeamId;
  /** Domain of the senders, by the same rule. */
  readonly domain?: string;
  readonly described: readonly Described[];
  readonly tags: readonly string[];
}

/**
 * A channel whose address is a pattern (`sensors/+/temp`) covers another: what is sent there arrives at its receivers too.
 * They stay two channels; the links that follow say `through`.
 */
export interface Cover {
  /** The channel whose address is the pattern. */
  readonly channel: ChannelKey;
  readonly covered: ChannelKey;
  /**
   * What makes it so: a wildcard of the protocol, listed values of a parameter, or a parameter that may be anything. By
   * the last alone nothing follows for anybody: `orders/{id}` and `orders/placed` may well be two things.
   */
  readonly by: 'wildcard' | 'values' | 'parameter';
  /** `stated`: every address of the covered channel fits. `uncertain`: only some may, or by a parameter. */
  readonly confidence: 'stated' | 'uncertain';
  /** One sentence without its end. */
  readonly says: string;
}

/** A message as all documents together know it. */
export interface MessageNode {
  readonly id: MessageKey;
  readonly name: string;
  readonly title?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly contentType?: string;
  readonly channels: readonly ChannelKey[];
  /** Team that owns its only sender, or all of its senders. */
  readonly owner?: TeamId;
  readonly domain?: string;
  /** True when a sender says so, or where there is no sender, when any document does. */
  readonly deprecated?: boolean;
  /** Each document's own definition of it: document, the message's id in its Contract, where it stands. */
  readonly described: readonly Described[];
  readonly tags: readonly string[];
}

export interface Described {
  readonly document: DocumentId;
  /** Id inside that document's Contract. */
  readonly id: string;
  readonly origin: Origin;
}

/** A service sends or receives a message on a channel. */
export interface Link {
  readonly service: ServiceId;
  readonly action: Action;
  readonly channel: ChannelKey;
  /**
   * Absent when no document of the service says which message: an operation without messages on a channel. The link still
   * stands, because who uses a channel is worth knowing; no message is invented for it, because nobody defined one.
   */
  readonly message?: MessageKey;
  readonly confidence: 'stated' | 'supported' | 'uncertain';
  readonly evidence: readonly LinkEvidence[];
  /**
   * For `receive`: paths of the fields that the service's own schema names (`amount.currency`, `items[].sku`), sorted.
   * Absent when its documents give no schema for the payload, or one that Portolan cannot look inside.
   */
  readonly fields?: readonly string[];
  /**
   * For a link that no document states by itself: the service receives from this channel, whose address takes in the
   * link's. The message is the one that the service's own documents define there.
   */
  readonly through?: { readonly channel: ChannelKey; readonly message?: MessageKey };
}

/** Why a link is believed. Documents today; infrastructure, code, broker and traffic use the same form. */
export interface LinkEvidence {
  readonly kind: 'document';
  readonly document: DocumentId;
  readonly operation: string;
  readonly verb: string;
  readonly origin: Origin;
  readonly direction: readonly DirectionEvidence[];
  /** True when the link is the reply to the operation: it flows against the direction that the evidence speaks of. */
  readonly reply?: true;
}

export interface TeamNode {
  readonly id: TeamId;
  readonly name: string;
  readonly email?: string;
  readonly url?: string;
}

export interface DomainNode {
  readonly id: string;
  readonly name: string;
}

/** A broker or host that documents name in `servers`. */
export interface BrokerNode {
  /** `<protocol>://<host>` without a usual port, with the path where it selects a space of its own. */
  readonly id: string;
  /** Lower case, with the port; variables as written: `{region}.example.com:9092`. */
  readonly host: string;
  /** The family: `kafka` for `kafka-secure`, `mqtt` for `mqtts`, `ws` for `wss`. */
  readonly protocol: string;
  /** Keys that documents give it in `servers`, sorted. */
  readonly names: readonly string[];
}
