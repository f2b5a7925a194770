import { askParties } from '../questions/ask.ts';
import { type TellOptions, tell } from '../questions/tell.ts';

/** Prints who sends or receives. Faults: those of `tell` and `askParties`. */
export async function runParties(
  action: 'send' | 'receive',
  name: string,
  paths: readonly string[],
  options: TellOptions,
): Promise<number> {
  return await tell(paths, options, charted => askParties(charted, action, name));
}
