import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { clean, type Finding } from '@portolan/base';
import { gatherEvidence, type Source } from '@portolan/control/local';
import type { Evidence } from '@portolan/evidence/port';
import { nothingAt } from './nothing-at.ts';

/** Evidence beside the documents: files and folders that a command line names for it alone. */
export interface EvidenceChoice {
  readonly evidence?: readonly string[];
}

/** What was found beside the documents. */
export interface Beside {
  readonly evidence: readonly Evidence[];
  /** True when some of it could not be understood. */
  readonly doubtful: boolean;
}

/**
 * The evidence in the folders among `paths`, and at the paths that are named for it. What is wrong with it is told on the
 * standard error output.
 *
 * @param scanned folders that have been looked at already, by absolute path
 *
 * Faults: CLI_PATH_MISSING when there is nothing at a path that is named for it.
 */
export async function evidenceFor(
  paths: readonly string[],
  { evidence = [] }: EvidenceChoice,
  scanned: ReadonlyMap<string, Source> = new Map(),
): Promise<Beside> {
  for (const path of evidence) if (!existsSync(path)) throw await nothingAt(path);
  const folders = await Promise.all(paths.map(async path => ((await isFolder(path)) ? [path] : [])));
  const places = [...new Set([...folders.flat(), ...evidence])];
  const gathered = await Promise.all(
    // Looking at every file of a folder twice would take twice as long.
    places.map(async place => (await scanned.get(resolve(place))?.evidence?.()) ?? (await gatherEvidence(place))),
  );
  const findings = gathered.flatMap(each => each.findings);
  tell(findings);
  for (const [index, place] of places.entries()) {
    const { evidence: facts, findings: wrong } = gathered[index] as (typeof gathered)[number];
    const isEmpty = facts.length === 0 && wrong.length === 0;
    if (isEmpty && evidence.includes(place))
      console.error(`portolan: ${clean(place)} holds no evidence that Portolan knows.`);
  }
  return {
    evidence: gathered.flatMap(each => each.evidence),
    doubtful: findings.some(({ severity }) => severity === 'error'),
  };
}

/** How many findings about what is not static are told one by one: one per file, and there may be many files. */
const FEW = 5;

function tell(findings: readonly Finding[]): void {
  const unread = findings.filter(({ severity }) => severity === 'info');
  for (const finding of findings) {
    if (finding.severity !== 'info' || unread.indexOf(finding) < FEW)
      console.error(`portolan: ${clean(inWords(finding))}`);
  }
  const more = unread.length - FEW;
  if (more > 0) console.error(`portolan: In ${more} more files, something was not read that is worked out elsewhere.`);
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    stats => stats.isDirectory(),
    () => false,
  );
}

function inWords({ origin, range, message }: Finding): string {
  return `${origin.source}${range ? `:${range.start.line}:${range.start.column}` : ''}: ${message}`;
}
