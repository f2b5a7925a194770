import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';

/** What can get files of its own, as the rewriting knows it. */
export const PARTS = ['channels', 'operations', 'messages', 'schemas'];

/** `portolan split` */
export function split(finish: Finish): Command {
  return new Command('split')
    .summary('take a document apart into files')
    .description(
      'Take a document apart: each channel, operation, message and schema becomes a file of its own, and the document refers to them. It says the same.',
    )
    .argument('<path>', 'the document; `-` reads it from the standard input')
    .requiredOption('-o, --out <folder>', 'where to write the files; it is made when it is not there')
    .addOption(
      new Option('--parts <kinds...>', 'what gets files of its own').choices(PARTS).default(PARTS, 'all of them'),
    )
    .option('--force', 'write over files that are there')
    .option('--stdin-path <path>', 'where the document of the standard input stands, for its references', 'stdin.yaml')
    .addHelpText(
      'after',
      `
Examples:
  portolan split orders.yaml --out specs
  portolan split orders.yaml --out specs --parts messages schemas`,
    )
    .action(async (path: string, options) => {
      const { runSplit } = await import('./run-split.ts');
      finish(await runSplit(path, options));
    });
}
