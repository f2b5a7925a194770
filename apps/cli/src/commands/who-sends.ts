import { Command } from 'commander';
import type { Finish } from '../finish.ts';
import { asQuestion } from '../question-command.ts';

/** `portolan who-sends` */
export function whoSends(finish: Finish): Command {
  const command = new Command('who-sends')
    .summary('say who sends a message or on a channel')
    .description('Say who sends a message, or anything on a channel. The exit code is 1 when nobody does.')
    .argument('<name>', 'a message, a channel or its address; message:<id> and channel:<id> say which');
  return asQuestion(command)
    .addHelpText(
      'after',
      `
Examples:
  portolan who-sends OrderPlaced specs
  portolan who-sends orders.placed specs --format mermaid`,
    )
    .action(async (name: string, paths: string[], options) => {
      const { runParties } = await import('./run-parties.ts');
      finish(await runParties('send', name, paths, options));
    });
}
