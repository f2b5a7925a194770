import { Command } from 'commander';
import type { Finish } from '../finish.ts';
import { asQuestion } from '../question-command.ts';

/** `portolan owners` */
export function owners(finish: Finish): Command {
  const command = new Command('owners')
    .summary('say who owns what')
    .description('Say which team owns which services, or what one team owns, or whose something is.')
    .option('-n, --name <name>', 'a team, or a service, channel or message that a team owns');
  return asQuestion(command)
    .addHelpText(
      'after',
      `
Examples:
  portolan owners specs
  portolan owners specs --name payments
  portolan owners specs --name OrderPlaced`,
    )
    .action(async (paths: string[], options) => {
      const { runOwners } = await import('./run-owners.ts');
      finish(await runOwners(paths, options));
    });
}
