import type { Finding } from '@portolan/base';
import { type Evidence, isEvidence, readEvidence } from '@portolan/evidence';

/** The files of evidence in one place, and what is wrong with them. */
export interface Gathered {
  readonly evidence: readonly Evidence[];
  /** With ranges, file by file. */
  readonly findings: readonly Finding[];
}

/** Reads those of some files that hold evidence. A file that is gone by now says nothing. */
export async function gatherFrom(
  locations: Iterable<string>,
  load: (location: string) => Promise<string | undefined>,
): Promise<Gathered> {
  const evidence: Evidence[] = [];
  const findings: Finding[] = [];
  for (const location of locations) {
    if (!isEvidence(location)) continue;
    const text = await load(location);
    const read = text === undefined ? undefined : readEvidence(location, text);
    if (read?.evidence) evidence.push(read.evidence);
    if (read) findings.push(...read.findings);
  }
  return { evidence, findings };
}

/** What is wrong with files of evidence as one text for people: the first of it, with places. Undefined when nothing is. */
export function problemIn(findings: readonly Finding[]): string | undefined {
  const lines = findings.map(
    ({ message, origin, range }) => `${origin.source}${range ? `:${range.start.line}` : ''}: ${message}`,
  );
  const more = lines.length > 3 ? [`There are ${lines.length - 3} more findings in files of evidence.`] : [];
  return lines.length > 0 ? [...lines.slice(0, 3), ...more].join(' ') : undefined;
}
