import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { remoteOption } from '../options.ts';

/** `portolan changelog` */
export function changelog(finish: Finish): Command {
  return new Command('changelog')
    .summary('write the changelogs of services from their revisions')
    .description(
      'Write what changed from version to version of each service, in plain sentences: from the commits of a git repository, or from the revisions that a running Portolan keeps.',
    )
    .argument('[path]', 'file or folder whose documents count', '.')
    .option('--from <revision>', 'begin after this revision (also `90d`, or a date)')
    .option('--to <revision>', 'end with this revision', 'HEAD')
    .option('--service <title...>', 'only services with this title, or with this path of their document')
    .option('--server <address>', 'ask the catalog of this Portolan instead of git: http://127.0.0.1:4400')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(['markdown', 'json']).default('markdown'))
    .addOption(remoteOption())
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .addHelpText(
      'after',
      `
Examples:
  portolan changelog > CHANGELOG.md                    all services of this repository
  portolan changelog specs --service Orders --from v1.0.0
  portolan changelog --server http://127.0.0.1:4400    what the catalog of a server has kept`,
    )
    .action(async (path: string, options) => {
      const { runChangelog } = await import('./run-changelog.ts');
      finish(await runChangelog(path, options));
    });
}
