import { ROLES } from '@portolan/control/access';
import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { dataOption, storeOption, wholeNumber } from '../options.ts';

/** `portolan token` */
export function token(finish: Finish): Command {
  const all = (name: string, before: readonly string[] = []) => [...before, name];
  return new Command('token')
    .summary('make a token for a program')
    .description(
      'Make a token that belongs to nobody, such as one for a pipeline, straight in the store, and print it once. Stop `portolan up` first, unless the store is a PostgreSQL; while it runs, the page “Tokens” and the API do the same.',
    )
    .argument('<name>', 'what it is for')
    .addOption(new Option('--role <role>', 'what it may do').choices([...ROLES]).default('reader'))
    .addOption(
      new Option(
        '--owns-source <name>',
        'source whose documents it may push, with the role owner; * for all',
      ).argParser(all),
    )
    .addOption(new Option('--owns-service <id>', 'service that it owns, with the role owner').argParser(all))
    .addOption(new Option('--owns-team <id>', 'team whose services it owns, with the role owner').argParser(all))
    .addOption(new Option('--days <days>', 'days until it ends').argParser(wholeNumber(1, 366)).default(90))
    .addOption(dataOption())
    .addOption(storeOption())
    .addHelpText(
      'after',
      `
Examples:
  portolan token metrics
  portolan token 'pipeline of orders' --role owner --owns-source orders --days 365`,
    )
    .action(async (name: string, options) => {
      const { runToken } = await import('./run-token.ts');
      finish(await runToken(name, options));
    });
}
