import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { remoteOption, wholeNumber } from '../options.ts';

/** `portolan search` */
export function search(finish: Finish): Command {
  return new Command('search')
    .summary('find services, channels, messages, fields')
    .description(
      'Find services, channels, messages, fields, schemas, teams, domains, servers, documents and findings of the chart.',
    )
    .argument(
      '<query>',
      'words, "phrases", and filters: owner:payments domain:shop protocol:kafka kind:message tag:audit field:email ' +
        'server:kafka.example.com; a `-` before one means without',
    )
    .argument('[paths...]', 'files, folders, or patterns in quotes', ['.'])
    .addOption(
      new Option('-f, --format <format>', 'how to print what was found').choices(['text', 'json']).default('text'),
    )
    .addOption(new Option('-n, --limit <count>', 'most hits to print').argParser(wholeNumber(1, 1000)).default(20))
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--no-color', 'print without colours (also NO_COLOR)')
    .addHelpText(
      'after',
      `
Examples:
  portolan search "order placed" specs
  portolan search "kind:message owner:payments" specs
  portolan search "field:email -protocol:mqtt" specs
  portolan search email specs --format json`,
    )
    .action(async (query: string, paths: string[], options) => {
      const { runSearch } = await import('./run-search.ts');
      finish(await runSearch(query, paths, options));
    });
}
