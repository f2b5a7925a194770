import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { remoteOption } from '../options.ts';

/** `portolan history` */
export function history(finish: Finish): Command {
  return new Command('history')
    .summary('say what the rules would have stopped in the past')
    .description(
      'Compare the documents of a git repository commit by commit: which commits would have been stopped, for a breaking change, a version that is too small or a document that cannot be read, with the totals. Nothing is checked out.',
    )
    .argument('[path]', 'file or folder whose documents count', '.')
    .option('--since <start>', 'where to begin: days back (`90d`), a date (`2026-01-31`), or a revision')
    .option('--until <revision>', 'last commit to look at', 'HEAD')
    .option('--against-consumers', 'say for each change which of the other documents at the time it would have broken')
    .addOption(
      new Option('-f, --format <format>', 'how to print it').choices(['text', 'markdown', 'json']).default('text'),
    )
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--no-color', 'print without colours (also NO_COLOR)')
    .addHelpText(
      'after',
      `
Examples:
  portolan history                                 all commits of this branch
  portolan history specs --since 90d --against-consumers
  portolan history --since v1.4.0 --format markdown --output history.md`,
    )
    .action(async (path: string, options) => {
      const { runHistory } = await import('./run-history.ts');
      finish(await runHistory(path, options));
    });
}
