import { askPath } from '../questions/ask.ts';
import { type TellOptions, tell } from '../questions/tell.ts';

/** Prints how messages get from one service to another. Faults: those of `tell` and `askPath`. */
export async function runPath(
  from: string,
  to: string,
  paths: readonly string[],
  options: TellOptions,
): Promise<number> {
  return await tell(paths, options, charted => askPath(charted, from, to));
}
