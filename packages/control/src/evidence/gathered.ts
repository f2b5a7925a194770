import type { Finding } from '@portolan/base';
import type { Evidence, EvidenceFile } from '@portolan/evidence/port';
import type { Governing } from '../settings/governing.ts';
import { inBatches } from '../sources/in-batches.ts';
import { type Held, heldIn, type Likely } from './held.ts';

/** The files of evidence in one place, and what is wrong with them. */
export interface Gathered {
  readonly evidence: readonly Evidence[];
  /** With ranges, file by file. */
  readonly findings: readonly Finding[];
}

/** Reads those of some files that hold evidence, also by what the settings that govern them say. See `heldIn`. */
export async function gatherGoverned(
  files: readonly Likely[],
  root: string,
  settingsOf: (location: string) => Promise<Governing>,
  load: (location: string) => Promise<string | undefined>,
): Promise<Gathered> {
  const { held, findings } = await heldIn(files, root, settingsOf);
  const gathered = await gatherFrom(held, load);
  return { evidence: gathered.evidence, findings: [...findings, ...gathered.findings] };
}

/** Reads files of evidence, each by its adapter. A file that is gone by now says nothing. */
async function gatherFrom(
  held: readonly Held[],
  load: (location: string) => Promise<string | undefined>,
): Promise<Gathered> {
  const evidence: Evidence[] = [];
  const findings: Finding[] = [];
  for (const files of groupsOf(held)) {
    const texts = await inBatches(files, READERS, async ({ location }) => ({ location, text: await load(location) }));
    const beside = texts.filter((file): file is EvidenceFile => file.text !== undefined);
    for (const { location, text } of beside) {
      const read = files[0]?.adapter.read(location, text, beside);
      if (read?.evidence) evidence.push(read.evidence);
      if (read) findings.push(...read.findings);
    }
  }
  return { evidence, findings };
}

/** Files that are read side by side. */
const READERS = 16;

/** Files that are to be understood together; every other file by itself. */
function groupsOf(held: readonly Held[]): Held[][] {
  const groups = Map.groupBy(held, ({ location, adapter }) =>
    adapter.together ? `${adapter.id} ${location.slice(0, location.lastIndexOf('/') + 1)}` : ` ${location}`,
  );
  return [...groups.values()];
}

/** What is wrong with files of evidence as one text for people: the first of it, with places. Undefined when nothing is. */
export function problemIn(findings: readonly Finding[]): string | undefined {
  // What could not be read without guessing is no fault of the file.
  const wrong = findings.filter(({ severity }) => severity !== 'info');
  const lines = wrong.map(
    ({ message, origin, range }) => `${origin.source}${range ? `:${range.start.line}` : ''}: ${message}`,
  );
  const more = lines.length > 3 ? [`There are ${lines.length - 3} more findings in files of evidence.`] : [];
  return lines.length > 0 ? [...lines.slice(0, 3), ...more].join(' ') : undefined;
}
