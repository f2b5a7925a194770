import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { evidenceOption, remoteOption } from '../options.ts';

/** `portolan drift` */
export function drift(finish: Finish): Command {
  return new Command('drift')
    .summary('compare the documents with what is really there')
    .description(
      'Say where the documents and the evidence beside them differ: channels that are missing on either side, senders and receivers that are not documented, owners that do not agree.',
    )
    .argument('[paths...]', 'files, folders, or patterns in quotes', ['.'])
    .addOption(evidenceOption())
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--no-color', 'print without colours (also NO_COLOR)')
    .addHelpText(
      'after',
      `
Examples:
  portolan drift .
  portolan drift specs --evidence infra
  portolan drift specs --evidence kafka.evidence.yaml --format json

The exit code is 1 when anything differs.`,
    )
    .action(async (paths: string[], options) => {
      const { runDrift } = await import('./run-drift.ts');
      finish(await runDrift(paths, options));
    });
}
