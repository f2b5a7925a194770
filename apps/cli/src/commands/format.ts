import { Command } from 'commander';
import type { Finish } from '../finish.ts';

/** `portolan format` */
export function format(finish: Finish): Command {
  return new Command('format')
    .summary('lay documents out in one way')
    .description(
      'Lay AsyncAPI documents out in one way: order of members, indentation, spaces. Comments stay, and nothing that a document says changes.',
    )
    .argument('[paths...]', 'files, folders, or patterns in quotes; `-` prints the document of the standard input', [
      '.',
    ])
    .option('--check', 'write nothing; say which files are laid out otherwise, and end with 1 when there are any')
    .option('--stdin-path <path>', 'what the document of the standard input is called', 'stdin.yaml')
    .addHelpText(
      'after',
      `
Examples:
  portolan format                    every document below this folder
  portolan format specs --check      in a pipeline
  cat orders.yaml | portolan format -`,
    )
    .action(async (paths: string[], options) => {
      const { runFormat } = await import('./run-format.ts');
      finish(await runFormat(paths, options));
    });
}
