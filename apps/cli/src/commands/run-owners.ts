import { askOwners } from '../questions/ask.ts';
import { type TellOptions, tell } from '../questions/tell.ts';

/** Options of `owners`, as the command line gives them. */
export interface OwnersOptions extends TellOptions {
  readonly name?: string;
}

/** Prints who owns what. Faults: those of `tell` and `askOwners`. */
export async function runOwners(paths: readonly string[], options: OwnersOptions): Promise<number> {
  return await tell(paths, options, charted => askOwners(charted, options.name));
}
