import type { Finding, Origin } from '@portolan/base';

export { PATH_PATTERN } from './mapping/path.ts';

/**
 * What one file beside the documents says about channels as they really are: plain data. Broker and traffic evidence
 * take the same form.
 */
export interface Evidence {
  /** Location of the file, as its source knows it. */
  readonly location: string;
  /** Id of the adapter that read it: `evidence.yaml`. */
  readonly format: string;
  /**
   * The broker that it is about, as a URL without credentials: `kafka://kafka.example.com:9092`. Absent when the file
   * does not say; then a channel is meant by its address alone, where only one channel has it.
   */
  readonly broker?: string;
  /** True when it names every channel that the broker has and everybody who uses them, so that absence means something. */
  readonly complete: boolean;
  readonly channels: readonly ChannelFact[];
  readonly uses: readonly UseFact[];
  readonly aliases: readonly AliasFact[];
}

/** A channel that exists. */
export interface ChannelFact {
  readonly address: string;
  /** Word for the team that owns it. */
  readonly owner?: string;
  readonly origin: Origin;
}

/** Somebody who sends or receives on a channel, or at least may. */
export interface UseFact {
  readonly address: string;
  /**
   * `prefix` when the address is the beginning of all those that it is about, '' being the beginning of every one: a right
   * on `orders.`. Who may use many channels need not use each of them.
   */
  readonly match?: 'prefix';
  /** Addresses that a prefix is not about although they begin with it; a `*` at the end stands for any end. */
  readonly except?: readonly string[];
  readonly action: 'send' | 'receive';
  /** A service, a principal or a consumer group by the name that the infrastructure knows it under. */
  readonly who: string;
  readonly origin: Origin;
}

/** A service is also known under another name: of a principal, a consumer group. */
export interface AliasFact {
  /** Id, title or name of the service. */
  readonly service: string;
  readonly name: string;
  readonly origin: Origin;
}

/** What reading a file of evidence gives: what it says, and what is wrong with it. */
export interface EvidenceResult {
  /** Absent when nothing of the file can be read as evidence. */
  readonly evidence?: Evidence;
  /** With ranges, in the order of the text. */
  readonly findings: readonly Finding[];
}

/** A file as its source knows it. */
export interface EvidenceFile {
  readonly location: string;
  readonly text: string;
}

/** One kind of file that holds evidence. Adapters are pure: text in, facts out. */
export interface EvidenceAdapter {
  readonly id: string;
  /** True for the location of a file that this adapter may read; decided by its name alone. */
  takes(location: string): boolean;
  /**
   * Whether the beginning of a file (64 KiB, or all of it) looks like what this adapter reads: a cheap look, because
   * thousands of other files may have such a name. Absent where the name says it all. Who says yes may still find nothing.
   */
  looksRight?(head: string): boolean;
  /** True when the files of one folder are to be understood together. */
  readonly together?: true;
  /**
   * Never throws for what stands in the text: what is wrong is a finding, and the rest is read.
   *
   * @param beside for an adapter that reads files together: all files of the folder that it takes, this one among them
   */
  read(location: string, text: string, beside?: readonly EvidenceFile[]): EvidenceResult;
}

/** How files of a company's own form are read as evidence: what `evidence` in `portolan.yaml` says. */
export interface Mapping {
  /** Pattern of files, relative to the folder of the settings. */
  readonly files: string;
  /** As in `Evidence`; it also holds for files of a form that Portolan knows. */
  readonly broker?: string;
  readonly complete?: boolean;
  readonly channels?: ChannelMapping;
  readonly uses?: readonly UseMapping[];
}

/** Where channels stand in a file. Paths are those of `pathIn`; all but `each` begin at the item. */
export interface ChannelMapping {
  /** Way to the items; without it the whole document is one. */
  readonly each?: string;
  /** A path, or a text with paths in braces: `{domain}.{name}`. */
  readonly address: string;
  readonly owner?: string;
  /** Who sends, who receives: paths to texts. */
  readonly senders?: string;
  readonly receivers?: string;
}

/** Where those stand who use channels. */
export interface UseMapping {
  readonly each?: string;
  readonly who: string;
  /** May lead to several; a `*` at the end of an address stands for any end. */
  readonly address: string;
  /** What all of them do. */
  readonly as?: 'send' | 'receive';
  /** Else where it says what they do, with the words that mean one or the other. */
  readonly action?: string;
  readonly send?: readonly string[];
  readonly receive?: readonly string[];
}
