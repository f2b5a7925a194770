import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { evidenceOption, remoteOption } from '../options.ts';

/** Formats of the printers of charts, as the chart knows them. */
export const FORMATS = ['text', 'json', 'mermaid', 'dot'];

/** `portolan chart` */
export function chart(finish: Finish): Command {
  return new Command('chart')
    .summary('draw who sends what to whom')
    .description('Draw who sends what to whom, over all documents.')
    .argument('[paths...]', 'files, folders, or patterns in quotes', ['.'])
    .addOption(new Option('-f, --format <format>', 'how to print the chart').choices(FORMATS).default('text'))
    .option('-s, --service <name>', 'only what this service sends and receives, and with whom')
    .option('--owner <team>', 'only the services of this team, and with whom they speak')
    .addOption(evidenceOption())
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--no-color', 'print without colours (also NO_COLOR)')
    .addHelpText(
      'after',
      `
Examples:
  portolan chart specs
  portolan chart specs --service payments
  portolan chart specs --format mermaid --output chart.mmd
  portolan chart specs --format dot | dot -Tsvg > chart.svg`,
    )
    .action(async (paths: string[], options) => {
      const { runChart } = await import('./run-chart.ts');
      finish(await runChart(paths, options));
    });
}
