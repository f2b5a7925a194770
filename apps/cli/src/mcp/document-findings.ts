import { resolve } from 'node:path';
import { compareFindings, type Finding, nearest } from '@portolan/base';
import { openSettings } from '@portolan/control';
import { type GatherOptions, gather } from '../documents/gather.ts';
import { shown } from '../documents/paths.ts';
import { nothingCalled } from '../questions/subject.ts';
import { judgeOne } from '../validation/judge-one.ts';

/** What is to be said about a document. */
export interface DocumentFindings {
  readonly document: string;
  readonly location: string;
  readonly findings: readonly Finding[];
}

/**
 * Judges a document as `portolan validate` does, by the settings that govern it; modules that settings name are not run.
 *
 * @param name its id on the chart, its path, or the end of either
 *
 * Faults: CLI_NOTHING_CALLED.
 */
export async function documentFindings(
  paths: readonly string[],
  options: GatherOptions,
  name: string,
): Promise<DocumentFindings> {
  const given = (await gather(paths, options)).map(document => ({
    ...document,
    id: `${document.source}/${document.path}`,
  }));
  const exact = given.find(({ id, location, path }) => [id, location, path].includes(name));
  const ending = given.filter(({ id }) => id.endsWith(`/${name.replace(/^\.?\//, '')}`));
  const found = exact ?? (ending.length === 1 ? ending[0] : undefined);
  if (!found) {
    const near =
      ending.length > 0
        ? ending.map(({ id }) => id)
        : [
            nearest(
              name,
              given.map(({ id }) => id),
            ) ?? [],
          ].flat();
    throw nothingCalled(['document'], name, near);
  }
  const settings = openSettings({ top: process.cwd(), plugins: false, shown });
  const by = await settings.of(resolve(found.location));
  const { judged } = await judgeOne(found, by, {});
  return { document: found.id, location: found.location, findings: judged.report.findings.toSorted(compareFindings) };
}
