import type { ChannelKey, Link, MessageKey, ServiceId, TeamId } from '../../model.ts';

/** What somebody wants to do to a message, or to a field of it. */
export type Change =
  | { readonly kind: 'remove' }
  | { readonly kind: 'rename'; readonly to: string }
  /** In words of JSON Schema, or of Avro and Protobuf where they mean the same: `string`, `long`. */
  | { readonly kind: 'retype'; readonly to: string }
  /** Messages may leave the field out from now on. */
  | { readonly kind: 'optional' }
  /** Only these values remain. */
  | { readonly kind: 'narrow'; readonly values: readonly string[] };

/** What a change does to a service: it breaks, it does not, or the documents do not say. */
export type Verdict = 'breaks' | 'unknown' | 'does-not-break';

/** A service that receives what is changed, with what becomes of it. One for each message and channel. */
export interface Affected {
  /** For one that no document describes, its name in the infrastructure. */
  readonly service: ServiceId;
  readonly serviceName: string;
  readonly owner?: TeamId;
  readonly ownerName?: string;
  /** Absent where its documents do not say which messages it receives. */
  readonly message?: MessageKey;
  readonly messageName?: string;
  readonly channel: ChannelKey;
  /** The channel as people call it: its address where it has one. */
  readonly channelName: string;
  readonly verdict: Verdict;
  /** The end of a sentence that begins with the service: `demands total`. */
  readonly why: string;
  /** Of the link. */
  readonly confidence: Link['confidence'];
}

/** A service that sends what is changed, and so has to change itself. */
export interface Sender {
  readonly service: ServiceId;
  readonly serviceName: string;
  readonly owner?: TeamId;
  readonly ownerName?: string;
  readonly confidence: Link['confidence'];
}

/** Who breaks, who does not, and of whom nobody knows. */
export interface Impact {
  readonly subject: { readonly kind: 'message' | 'channel' | 'schema'; readonly id: string; readonly name: string };
  /** As the documents write it. */
  readonly field?: string;
  readonly change: Change;
  readonly senders: readonly Sender[];
  /** Those that break first, then the unknown ones; by name within. */
  readonly affected: readonly Affected[];
}

/** What is asked about. */
export interface Target {
  readonly kind: 'message' | 'channel' | 'schema';
  readonly id: string;
  readonly name: string;
  /** Messages with the path below which the field is: '' but for schemas that are part of another. */
  readonly parts: readonly { readonly message: MessageKey; readonly channel?: ChannelKey; readonly prefix: string }[];
  /** Of a channel: receivers that name no message are among those asked about. */
  readonly channels: readonly ChannelKey[];
}
