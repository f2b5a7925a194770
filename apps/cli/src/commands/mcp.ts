import { Command } from 'commander';
import type { Finish } from '../finish.ts';
import { evidenceOption, remoteOption } from '../options.ts';

/** `portolan mcp` */
export function mcp(finish: Finish): Command {
  return new Command('mcp')
    .summary('answer the questions of an agent')
    .description(
      'Answer the questions of an agent about the documents: a server of the Model Context Protocol over the standard input and output. It changes nothing.',
    )
    .argument('[folders...]', 'folders, files, or patterns in quotes', ['.'])
    .addOption(evidenceOption())
    .addOption(remoteOption())
    .addHelpText(
      'after',
      `
Examples:
  portolan mcp specs           for the settings of an agent, not for people`,
    )
    .action(async (paths: string[], options) => {
      const { runMcp } = await import('./run-mcp.ts');
      finish(await runMcp(paths, options));
    });
}
