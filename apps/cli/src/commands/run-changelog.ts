import { nearest } from '@portolan/base';
import { changelogsOf, type ServiceChangelog } from '@portolan/changes';
import { printJson } from '../changelog/print-json.ts';
import { printMarkdown } from '../changelog/print-markdown.ts';
import { servicesOfCatalog } from '../changelog/services-of-catalog.ts';
import { servicesOfGit } from '../changelog/services-of-git.ts';
import type { RemoteChoice } from '../documents/remote.ts';
import { faults } from '../faults.ts';
import { write } from '../output.ts';

/** Options of `changelog`, as the command line gives them. */
export interface ChangelogOptions extends RemoteChoice {
  readonly format: string;
  readonly from?: string;
  readonly to: string;
  readonly service?: readonly string[];
  readonly server?: string;
  readonly output?: string;
}

/**
 * Prints the changelogs of services. The exit code is 0.
 *
 * Faults: those of `servicesOfGit` and `servicesOfCatalog`, CLI_NAME_UNKNOWN for a service that is none.
 */
export async function runChangelog(path: string, options: ChangelogOptions): Promise<number> {
  const { from, to, server, service = [] } = options;
  const pasts =
    server === undefined
      ? await servicesOfGit({ ...options, path, until: to, ...(from !== undefined && { since: from }) })
      : await servicesOfCatalog(server);
  const chosen = service.length === 0 ? changelogsOf(pasts) : among(changelogsOf(pasts), service);
  const text = options.format === 'json' ? printJson(chosen) : printMarkdown(chosen);
  await write(() => text, { ...options, color: false });
  return 0;
}

function among(changelogs: readonly ServiceChangelog[], names: readonly string[]): ServiceChangelog[] {
  const isCalled = ({ title, path }: ServiceChangelog, name: string) => [title, path].includes(name);
  for (const name of names) {
    if (changelogs.some(changelog => isCalled(changelog, name))) continue;
    const meant = nearest(
      name,
      changelogs.map(({ title }) => title),
    );
    throw faults.NAME_UNKNOWN({ kind: 'service', name, hint: meant === undefined ? '' : `Did you mean ${meant}? ` });
  }
  return changelogs.filter(changelog => names.some(name => isCalled(changelog, name)));
}
