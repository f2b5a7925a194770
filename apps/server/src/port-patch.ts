/** What POST /api/v1/documents/{id}/patch takes. Members that are absent stay as they are. */
export interface PatchWish {
  /** What is edited: the document itself when nothing is said, else a channel or a message by its id in the document. */
  readonly channel?: string;
  readonly message?: string;
  /** Of the document only. */
  readonly owner?: string;
  readonly description?: string;
}

/** A patch to propose. Nothing was written anywhere. */
export interface PatchView {
  /** What is edited, as people call it. */
  readonly name: string;
  /** What the document says now. */
  readonly owner?: string;
  readonly description?: string;
  /** Where the file is, in the folder of the source. */
  readonly file: string;
  /** Unified diff that `git apply` takes in the folder of the source; empty when nothing would change. */
  readonly patch: string;
  /** A line for the commit or the pull request. */
  readonly title: string;
}
