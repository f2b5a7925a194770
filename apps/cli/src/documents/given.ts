import type { Load } from '@portolan/contract';

/** A document that a command line names, by itself or by its folder. */
export interface GivenDocument {
  /** How people see it: the path as they would write it here. */
  readonly location: string;
  /** Name of the source it belongs to, as `portolan up` would call it. */
  readonly source: string;
  /** Its path inside the source. */
  readonly path: string;
  /** Its text. Faults: CLI_FILE_UNREADABLE. */
  readonly text: () => Promise<string>;
  /** Gives the files that it refers to, by locations of the same kind as its own. */
  readonly load: Load;
}
