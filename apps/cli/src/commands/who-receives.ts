import { Command } from 'commander';
import type { Finish } from '../finish.ts';
import { asQuestion } from '../question-command.ts';

/** `portolan who-receives` */
export function whoReceives(finish: Finish): Command {
  const command = new Command('who-receives')
    .summary('say who receives a message or on a channel')
    .description('Say who receives a message, or anything on a channel. The exit code is 1 when nobody does.')
    .argument('<name>', 'a message, a channel or its address; message:<id> and channel:<id> say which');
  return asQuestion(command)
    .addHelpText(
      'after',
      `
Examples:
  portolan who-receives OrderPlaced specs
  portolan who-receives "orders/{id}/placed" specs --format json`,
    )
    .action(async (name: string, paths: string[], options) => {
      const { runParties } = await import('./run-parties.ts');
      finish(await runParties('receive', name, paths, options));
    });
}
