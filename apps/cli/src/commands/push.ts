import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';

/** `portolan push` */
export function push(finish: Finish): Command {
  return new Command('push')
    .summary('send documents to a Portolan that runs elsewhere')
    .description(
      'Send the documents of a repository, with the files that they refer to, to a running Portolan. They replace what was pushed under the same name before; the same again changes nothing.',
    )
    .argument('[paths...]', 'files, folders, or patterns in quotes', ['.'])
    .addOption(new Option('--server <address>', 'where Portolan runs').env('PORTOLAN_SERVER').makeOptionMandatory())
    .addOption(new Option('--as <name>', 'what the source is called there').makeOptionMandatory())
    .addOption(
      new Option('--token-from <place>', 'where the token is: env:NAME or file:/path; never the token itself').default(
        undefined,
        'env:PORTOLAN_TOKEN where that is set',
      ),
    )
    .option('--dry-run', 'only tell what would change')
    .addOption(new Option('--remove', 'end the source: remove everything that was pushed as it').conflicts('dryRun'))
    .option('--commit <id>', 'commit that is pushed; runs of GitHub and GitLab tell it')
    .option('--branch <name>', 'branch that it is on')
    .option('--from <address>', 'address of the repository or the run')
    .addOption(
      new Option('-f, --format <format>', 'how to tell what changed').choices(['text', 'json']).default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  portolan push --server https://portolan.example.com --as orders
  portolan push specs --as orders --server https://portolan.example.com --token-from file:/run/secrets/portolan
  portolan push specs --as orders --server http://localhost:4400 --dry-run`,
    )
    .action(async (paths: string[], options) => {
      const { runPush } = await import('./run-push.ts');
      finish(await runPush(paths, options));
    });
}
