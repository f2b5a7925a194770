import { Command } from 'commander';
import type { Finish } from '../finish.ts';

/** `portolan lsp` */
export function lsp(finish: Finish): Command {
  return new Command('lsp')
    .summary('help an editor with documents')
    .description('Help an editor with documents: a language server that speaks over the standard input and output.')
    .option('--stdio', 'speak over the standard input and output; it always does, and editors say so')
    .option('--plugins', 'run the modules that a portolan.yaml names; only for folders whose authors you trust')
    .option('--docs <address>', 'where the pages about findings are, for the links to them; ends in a slash')
    .addHelpText(
      'after',
      `
Examples:
  portolan lsp                 for the settings of an editor, not for people
  portolan lsp --plugins       with the team's own rules`,
    )
    .action(async options => {
      const { runLsp } = await import('./run-lsp.ts');
      finish(await runLsp(options));
    });
}
