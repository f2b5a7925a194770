import { stat } from 'node:fs/promises';
import type { Finding } from '@portolan/base';
import { gatherEvidence } from '@portolan/control';
import type { Evidence } from '@portolan/evidence/port';

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
 * Faults: CONTROL_SOURCE_MISSING when there is nothing at a path that is named for it.
 */
export async function evidenceFor(paths: readonly string[], { evidence = [] }: EvidenceChoice): Promise<Beside> {
  const folders = await Promise.all(paths.map(async path => ((await isFolder(path)) ? [path] : [])));
  const places = [...new Set([...folders.flat(), ...evidence])];
  const gathered = await Promise.all(places.map(gatherEvidence));
  const findings = gathered.flatMap(each => each.findings);
  for (const finding of findings) console.error(`portolan: ${inWords(finding)}`);
  return {
    evidence: gathered.flatMap(each => each.evidence),
    doubtful: findings.some(({ severity }) => severity === 'error'),
  };
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
