import { Command } from 'commander';
import type { Finish } from '../finish.ts';
import { asQuestion } from '../question-command.ts';

/** `portolan path` */
export function path(finish: Finish): Command {
  const command = new Command('path')
    .summary('say how messages get from one service to another')
    .description(
      'Say on which shortest way messages get from one service to another. The exit code is 1 when nothing connects them.',
    )
    .argument('<from>', 'a service by name or id')
    .argument('<to>', 'another service');
  return asQuestion(command)
    .addHelpText(
      'after',
      `
Examples:
  portolan path storefront shipping specs
  portolan path storefront shipping specs --format mermaid`,
    )
    .action(async (from: string, to: string, paths: string[], options) => {
      const { runPath } = await import('./run-path.ts');
      finish(await runPath(from, to, paths, options));
    });
}
