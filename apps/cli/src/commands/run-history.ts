import { type LookBackOptions, lookBack } from '../history/look-back.ts';
import { printJson } from '../history/print-json.ts';
import { printMarkdown } from '../history/print-markdown.ts';
import { printText } from '../history/print-text.ts';
import { type OutputOptions, write } from '../output.ts';

/** Options of `history`, as the command line gives them. */
export interface HistoryOptions extends OutputOptions, Omit<LookBackOptions, 'path'> {
  readonly format: string;
}

/** Prints what the rules say of the past. The exit code is 0: nobody can be stopped any more. Faults: those of `lookBack`. */
export async function runHistory(path: string, options: HistoryOptions): Promise<number> {
  const found = await lookBack({ ...options, path });
  await write(color => {
    if (options.format === 'json') return printJson(found);
    return options.format === 'markdown' ? printMarkdown(found) : printText(found, color);
  }, options);
  return 0;
}
