import type { Finding, Origin } from '@portolan/base';

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

/** One kind of file that holds evidence. Adapters are pure: text in, facts out. */
export interface EvidenceAdapter {
  readonly id: string;
  /** True for the location of a file that this adapter reads; decided by its name alone. */
  takes(location: string): boolean;
  /** Never throws for what stands in the text: what is wrong is a finding, and the rest is read. */
  read(location: string, text: string): EvidenceResult;
}
