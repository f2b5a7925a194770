import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { remoteOption } from '../options.ts';

/** `portolan evolve` */
export function evolve(finish: Finish): Command {
  const all = (value: string, before: readonly string[] = []) => [...before, value];
  return new Command('evolve')
    .summary('draft the next version of a message beside the old one')
    .description(
      'Draft the next version of a message beside the old one: in its channels, or in new channels. The old one is marked as deprecated, the new one says how its fields map to the old ones, and everybody at the other end gets a list of what to do. Comments and layout stay.',
    )
    .argument('<message>', 'name or id of the message')
    .argument('[path]', 'its document, or a folder in which one document sends it', '.')
    .requiredOption('--to <version>', 'the new version: `v2`')
    .addOption(
      new Option(
        '--change <change>',
        'what is different: `rename:amount=total`, `remove:note`, `retype:amount=integer`, `add:currency=string`, `require:currency`; may be repeated',
      ).argParser(all),
    )
    .addOption(
      new Option('--beside <what>', 'into the channels of the old message, or into new channels beside them')
        .choices(['message', 'channel'])
        .default(undefined, '`channel` where the address says a version, else `message`'),
    )
    .option('--sunset <date>', 'day from which on the old version may be gone: `2027-01-31`')
    .option('--with <path...>', 'folders or files of those at the other end: say for each of them what it has to do')
    .option('--dry-run', 'write nothing: print what would change as a unified diff')
    .addOption(remoteOption())
    .addHelpText(
      'after',
      `
Examples:
  portolan evolve OrderPlaced specs/orders.yaml --to v2 --dry-run
  portolan evolve OrderPlaced specs --to v2 --change rename:amount=total --sunset 2027-01-31 --with ../shop
  portolan evolve OrderPlaced specs --to v2 --beside channel`,
    )
    .action(async (message: string, path: string, options) => {
      const { runEvolve } = await import('./run-evolve.ts');
      finish(await runEvolve(message, path, options));
    });
}
