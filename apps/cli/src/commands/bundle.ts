import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { remoteOption } from '../options.ts';

/** `portolan bundle` */
export function bundle(finish: Finish): Command {
  return new Command('bundle')
    .summary('put a document into one file')
    .description('Put a document and everything that it refers to into one file, which says the same.')
    .argument('<path>', 'the document; `-` reads it from the standard input')
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('-w, --write', 'write over the document itself')
    .addOption(
      new Option('-f, --format <format>', 'write YAML or JSON; a change of format loses the comments')
        .choices(['yaml', 'json'])
        .default(undefined, 'that of the file written to, else that of the document'),
    )
    .addOption(remoteOption())
    .option('--stdin-path <path>', 'where the document of the standard input stands, for its references', 'stdin.yaml')
    .addHelpText(
      'after',
      `
Examples:
  portolan bundle specs/orders.yaml -o dist/orders.yaml
  portolan bundle specs/orders.yaml --format json > orders.json`,
    )
    .action(async (path: string, options) => {
      const { runBundle } = await import('./run-bundle.ts');
      finish(await runBundle(path, options));
    });
}
