import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { evidenceOption, remoteOption } from '../options.ts';
import { FAIL_ON } from './diff.ts';
import { FORMATS } from './validate.ts';

/** `portolan check` */
export function check(finish: Finish): Command {
  return new Command('check')
    .summary('say before a merge what is wrong, what changed, and who breaks')
    .description(
      'Validate documents and compare them with a revision in one run: findings, changes, the version that is due, and those who break. Exit codes: 0 when it may be merged, 1 when it may not, 2 for wrong usage, 3 for a fault.',
    )
    .argument('[paths...]', 'files or folders', ['.'])
    .requiredOption(
      '--against <revision>',
      'the revision to compare with, such as origin/main: of a branch, where this one left it',
    )
    .option('--with <path...>', 'folders or files of everybody else: say for each of them whether it breaks')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(FORMATS).default('text'))
    .addOption(
      new Option('--fail-on <verdict>', 'mildest change that makes the exit code 1')
        .choices(FAIL_ON)
        .default('breaking'),
    )
    .option('--require-version', 'exit code 1 too when `info.version` grew less than the changes ask for')
    .addOption(
      new Option('--also <format=file>', 'print it in another format too, into a file; may be repeated').argParser(
        (text: string, before: readonly string[] = []) => [...before, text],
      ),
    )
    .option('--push-to <address>', 'send what it found to this Portolan, too, where it has a page')
    .option('--as <name>', 'what the source is called there')
    .addOption(
      new Option('--token-from <place>', 'where the token is: env:NAME or file:/path; never the token itself').default(
        undefined,
        'env:PORTOLAN_TOKEN where that is set',
      ),
    )
    .option('--title <text>', 'what it is checked for, such as the title of the pull request')
    .option('-c, --config <file>', 'the only settings that count, instead of the nearest `portolan.yaml`')
    .addOption(evidenceOption())
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--no-color', 'print without colours (also NO_COLOR)')
    .addHelpText(
      'after',
      `
Examples:
  portolan check --against origin/main
  portolan check specs --against origin/main --with ../shop --require-version
  portolan check --against "$BASE" --format github --also markdown=comment.md --also sarif=portolan.sarif
  portolan check specs --against origin/main --push-to https://portolan.example.com --as orders`,
    )
    .action(async (paths: string[], options) => {
      const { runCheck } = await import('./run-check.ts');
      finish(await runCheck(paths, options));
    });
}
