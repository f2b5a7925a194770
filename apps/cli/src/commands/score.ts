import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { wholeNumber } from '../options.ts';

/** Formats of scores. */
export const SCORE_FORMATS = ['text', 'json'];

/** `portolan score` */
export function score(finish: Finish): Command {
  return new Command('score')
    .summary('say how good documents are, and why')
    .description('Say how much of what good documents say these say: 0 to 100 points, every lost one explained.')
    .argument('[paths...]', 'files, folders, or patterns in quotes; `-` reads one document from the standard input', [
      '.',
    ])
    .addOption(new Option('-f, --format <format>', 'how to print the scores').choices(SCORE_FORMATS).default('text'))
    .addOption(
      new Option('--min-score <points>', 'fewest points of a document; with fewer the exit code is 1').argParser(
        wholeNumber(0, 100),
      ),
    )
    .option('-s, --summary', 'only the points, without what is missing')
    .option(
      '-c, --config <file>',
      'the only settings that count, instead of the nearest `portolan.yaml` above each document',
    )
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--stdin-path <path>', 'where the document of the standard input stands, for its references', 'stdin.yaml')
    .option('--no-color', 'print without colours (also NO_COLOR)')
    .addHelpText(
      'after',
      `
Examples:
  portolan score specs/orders.yaml
  portolan score specs --summary
  portolan score specs --min-score 80`,
    )
    .action(async (paths: string[], options) => {
      const { runScore } = await import('./run-score.ts');
      finish(await runScore(paths, options));
    });
}
