import type { Listing } from '../listing.ts';

/** A service that keeps the repositories of many people, such as GitHub: what Portolan asks of it. */
export interface Forge {
  /** All repositories of an organisation. @throws ForgeTrouble */
  repositories(): AsyncIterable<Repository>;
  /**
   * The files of a repository, or `unchanged` when they are as they were at a mark. Undefined when it is empty.
   * @throws ForgeTrouble
   */
  files(repository: Repository, mark: string | undefined): Promise<Tree | 'unchanged' | undefined>;
  /** The content of a file by the id of its blob; undefined when there is none. @throws ForgeTrouble */
  blob(repository: Repository, id: string): Promise<Uint8Array | undefined>;
}

export interface Repository {
  /** Stays the same when the repository is renamed. */
  readonly id: string;
  /** Its name below the organisation: a path where groups are inside groups. */
  readonly path: string;
  readonly branch: string;
  readonly isArchived: boolean;
  readonly isFork: boolean;
  readonly topics: readonly string[];
  /** The same as before when nothing was pushed since; absent where the forge does not say. */
  readonly pushed?: string;
}

/** The files of a repository at one commit. */
export interface Tree {
  /** Names this state in a later question. */
  readonly mark: string;
  readonly files: Listing;
}

/** Why a forge gave no answer. */
export class ForgeTrouble extends Error {
  override readonly name = 'ForgeTrouble';
  /**
   * `limited`: asked too often; `refused`: the token may not; `missing`: there is no such thing; `empty`: nothing was
   * ever put there; `odd`: an answer that cannot be used; `away`: no answer.
   */
  readonly kind: 'limited' | 'refused' | 'missing' | 'empty' | 'odd' | 'away';
  /** When to ask again at the earliest (ms since 1970), where the forge says so. */
  readonly until: number | undefined;

  constructor(kind: ForgeTrouble['kind'], reason: string, until?: number) {
    super(reason);
    this.kind = kind;
    this.until = until;
  }
}
