import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { evidenceOption, remoteOption } from '../options.ts';

/** Formats of changes, and the verdicts that may count, as the printers and `packages/changes` know them. */
export const DIFF_FORMATS = ['text', 'json', 'markdown', 'sarif', 'github'];
export const FAIL_ON = ['breaking', 'not-checked', 'non-breaking', 'editorial', 'never'];

/** `portolan diff` */
export function diff(finish: Finish): Command {
  return new Command('diff')
    .summary('say what changed between two states, and what breaks')
    .description(
      'Say what changed between two files, folders or git revisions: one entry for each edit, breaking or not from the point of view of the application, with a message that shows it.',
    )
    .argument(
      '[before]',
      'a file, a folder, an address, `…/documents/ID@previous` of a server, or `REVISION:path` as in git; with `--from`, the path',
    )
    .argument('[after]', 'the same after the change')
    .option('--from <revision>', 'compare a path (this folder by default) as it was in this revision')
    .option('--to <revision>', 'with `--from`: as it was in that revision, and not as the files are now')
    .option('--with <path...>', 'folders or files of those at the other end: say for each of them whether it breaks')
    .addOption(new Option('-f, --format <format>', 'how to print the changes').choices(DIFF_FORMATS).default('text'))
    .addOption(
      new Option('--fail-on <verdict>', 'mildest verdict that makes the exit code 1')
        .choices(FAIL_ON)
        .default('breaking'),
    )
    .option('--require-version', 'exit code 1 too when `info.version` grew less than the changes ask for')
    .addOption(evidenceOption())
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--no-color', 'print without colours (also NO_COLOR)')
    .addHelpText(
      'after',
      `
Examples:
  portolan diff old.yaml new.yaml
  portolan diff HEAD~1:specs/orders.yaml specs/orders.yaml
  portolan diff --from origin/main specs               every document below specs, against the main branch
  portolan diff --from v1.4.0 --to v2.0.0 --format markdown
  portolan diff --from origin/main specs --with ../shop  who breaks, among the documents of the shop`,
    )
    .action(async (before: string | undefined, after: string | undefined, options) => {
      const { runDiff } = await import('./run-diff.ts');
      finish(await runDiff(before, after, options));
    });
}
