import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { remoteOption } from '../options.ts';

/** Formats of the printers of findings, and the sets of rules, as the checks know them. */
export const FORMATS = ['text', 'json', 'markdown', 'sarif', 'junit', 'github', 'gitlab', 'html'];
export const SETS = ['recommended', 'strict'];

/** `portolan validate` */
export function validate(finish: Finish): Command {
  return new Command('validate')
    .summary('say what is wrong with documents')
    .description('Say what is wrong with AsyncAPI documents, where, why, and what to do about it.')
    .argument('[paths...]', 'files, folders, or patterns in quotes; `-` reads one document from the standard input', [
      '.',
    ])
    .addOption(
      new Option('-f, --format <format>', 'how to print the findings')
        .choices(FORMATS)
        .default(undefined, 'what `portolan.yaml` here says, else `text`'),
    )
    .addOption(
      new Option('--fail-on <level>', 'mildest finding that makes the exit code 1')
        .choices(['error', 'warning', 'info', 'never'])
        .default(undefined, 'what `portolan.yaml` says, else `error`'),
    )
    .addOption(
      new Option('--rules <set>', 'which set of rules to begin with')
        .choices(SETS)
        .default(undefined, 'what `portolan.yaml` says, else `recommended`'),
    )
    .option(
      '-c, --config <file>',
      'the only settings that count, instead of the nearest `portolan.yaml` above each document',
    )
    .option('--fix', 'mend what can be mended without guessing, then say what is left')
    .option(
      '--dry-run',
      'with `--fix`: write nothing, print what would change as a diff; exit code 1 when something would',
    )
    .option('-w, --watch', 'judge again whenever a file or its settings change, until Ctrl-C')
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--stdin-path <path>', 'where the document of the standard input stands, for its references', 'stdin.yaml')
    .option('--no-color', 'print without colours (also NO_COLOR)')
    .addHelpText(
      'after',
      `
Examples:
  portolan validate                                    every document below this folder
  portolan validate specs/orders.yaml "teams/**/*.yml"
  cat orders.yaml | portolan validate - --stdin-path specs/orders.yaml
  portolan validate specs --fail-on warning --format json --output findings.json
  portolan validate specs --fix
  portolan validate specs --watch`,
    )
    .action(async (paths: string[], options) => {
      const { runValidate } = await import('./run-validate.ts');
      finish(await runValidate(paths, options));
    });
}
