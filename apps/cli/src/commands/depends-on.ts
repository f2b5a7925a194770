import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { wholeNumber } from '../options.ts';
import { asQuestion } from '../question-command.ts';

/** `portolan depends-on` */
export function dependsOn(finish: Finish): Command {
  const command = new Command('depends-on')
    .summary('say what a service depends on, and what on it')
    .description('Say whose messages a service receives, and who receives its messages, directly and through others.')
    .argument('<service>', 'a service by name or id');
  return asQuestion(command)
    .addOption(
      new Option('-d, --depth <steps>', 'how far to look').argParser(wholeNumber(1, 99)).default(1, '1, itself alone'),
    )
    .addHelpText(
      'after',
      `
Examples:
  portolan depends-on payments specs
  portolan depends-on payments specs --depth 3
  portolan depends-on payments specs --format dot | dot -Tsvg > payments.svg`,
    )
    .action(async (name: string, paths: string[], options) => {
      const { runDependsOn } = await import('./run-depends-on.ts');
      finish(await runDependsOn(name, paths, options));
    });
}
