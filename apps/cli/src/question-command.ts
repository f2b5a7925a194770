import { type Command, Option } from 'commander';
import { evidenceOption, remoteOption } from './options.ts';

/** The formats of answers, as the chart knows them. */
export const FORMATS = ['text', 'json', 'mermaid', 'dot'];

/** Gives the command of a question what they all have in common: where to look, how to print, where to. */
export function asQuestion(command: Command): Command {
  return command
    .argument('[paths...]', 'files, folders, or patterns in quotes', ['.'])
    .addOption(new Option('-f, --format <format>', 'how to print the answer').choices(FORMATS).default('text'))
    .addOption(evidenceOption())
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--no-color', 'print without colours (also NO_COLOR)');
}
