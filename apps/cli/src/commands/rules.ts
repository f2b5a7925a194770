import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';

/** Formats of lists of rules. */
export const RULES_FORMATS = ['text', 'json'];

/** `portolan rules` */
export function rules(finish: Finish): Command {
  return new Command('rules')
    .summary('list the rules that apply, and from where')
    .description('List the rules that apply to the documents of a folder, how bad their findings are, and who says so.')
    .argument('[path]', 'a folder or a document', '.')
    .option('-a, --all', 'also those that do not apply')
    .option('-t, --test', 'try the team’s own rules on their `bad` and `good` examples; exit code 1 when one fails')
    .addOption(new Option('-f, --format <format>', 'how to print the rules').choices(RULES_FORMATS).default('text'))
    .option('-c, --config <file>', 'the only settings that count, instead of the nearest `portolan.yaml`')
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--no-color', 'print without colours (also NO_COLOR)')
    .addHelpText(
      'after',
      `
Examples:
  portolan rules
  portolan rules specs/orders --all
  portolan rules --test`,
    )
    .action(async (path: string, options) => {
      const { runRules } = await import('./run-rules.ts');
      finish(await runRules(path, options));
    });
}
