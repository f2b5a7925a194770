/** What identifies the text of a file that somebody else keeps. */
export interface ListedFile {
  /** Same id, same text, wherever the file stands. */
  readonly id: string;
  /** In bytes, where it is known. */
  readonly size?: number;
}

/** All files of a source by location: `/` between the parts, from the top of the repository. */
export type Listing = ReadonlyMap<string, ListedFile>;
