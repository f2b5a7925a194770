import { askDependencies } from '../questions/ask.ts';
import { type TellOptions, tell } from '../questions/tell.ts';

/** Options of `depends-on`, as the command line gives them. */
export interface DependsOnOptions extends TellOptions {
  readonly depth: number;
}

/** Prints what a service depends on and what depends on it. Faults: those of `tell` and `askDependencies`. */
export async function runDependsOn(name: string, paths: readonly string[], options: DependsOnOptions): Promise<number> {
  return await tell(paths, options, charted => askDependencies(charted, name, options.depth));
}
