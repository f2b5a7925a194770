import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { PROTOCOLS } from '../starter/protocols.ts';

/** `portolan init` */
export function init(finish: Finish): Command {
  return new Command('init')
    .summary('write a document to start from')
    .description('Write a small, commented AsyncAPI document to start from.')
    .argument('[folder]', 'where to write asyncapi.yaml', '.')
    .option('--name <name>', 'what the service is called (default: the name of the folder)')
    .addOption(
      new Option('--protocol <protocol>', 'what its broker speaks').choices(Object.keys(PROTOCOLS)).default('kafka'),
    )
    .addHelpText(
      'after',
      `
Examples:
  portolan init orders
  portolan init specs/orders --name "Order Service" --protocol mqtt`,
    )
    .action(async (folder: string, options) => {
      const { runInit } = await import('./run-init.ts');
      finish(await runInit(folder, options));
    });
}
