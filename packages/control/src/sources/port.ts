import type { DocumentBeside } from '@portolan/chart';
import type { Gathered } from '../evidence/gathered.ts';
import type { Governing } from '../settings/governing.ts';

/** Where documents come from. The catalog asks; a source never decides what a change means. */
export interface Source {
  /** Unique among the sources of a catalog; the first part of the ids of its documents. Holds no slash. */
  readonly name: string;
  /** Where it is, as the person who started Portolan wrote it. */
  readonly location: string;
  /** Absolute path that its locations are relative to, as settings see them. Absent: that of `location`. */
  readonly root?: string;

  /**
   * What is there now. A source that cannot be read at all says so in the scan.
   * Throws only for what makes no sense from the start, such as a folder that was never there: CONTROL_SOURCE_MISSING
   * on the first scan.
   */
  scan(): Promise<Scan>;

  /**
   * The text of a file by its location inside the source, or by its URL; undefined when there is none or it may not be
   * read. Faults: for URLs those of `Remote`.
   */
  load(location: string): Promise<string | undefined>;

  /** What files beside the documents say, as of the last scan. Absent where there are none to be had. */
  evidence?(): Promise<Gathered>;

  /** What is known of its documents beside their texts, by path, as of the last scan. Absent where nothing can be. */
  beside?(documents: readonly string[]): Promise<ReadonlyMap<string, DocumentBeside>>;

  /** The settings that govern a document, as of the last scan. Absent where there are none to be had. */
  settings?(location: string): Promise<Governing>;

  /**
   * Only where the source is asked now and then, and may be behind: somebody else saw it change, so it is asked now. A
   * hint follows if it is another one than at the last scan.
   */
  refresh?(): void;

  /** Calls back soon after something may have changed, until it is disposed. A hint means: scan again. */
  watch(hint: () => void): Disposable;
}

/** The state of a source, compared with its scan before. */
export interface Scan {
  /** Paths of the documents, sorted. Absent when the source cannot be read: then nothing is known, not even absence. */
  readonly documents?: readonly string[];
  /** Locations, among documents and loaded files, that may have another text than at the scan before. */
  readonly changed: ReadonlySet<string>;
  /** What a person should know: files that are left out and why, or why nothing can be read. */
  readonly problem?: string;
}
