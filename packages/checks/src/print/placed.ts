import { canonical, digestOfText, type Finding } from '@portolan/base';
import type { Report } from '../report.ts';

/** A finding as services see it that collect findings by file. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** Location of the file it is about; the document’s where the finding names none. */
  readonly source: string;
  /** 32 hexadecimal digits, unique in the report, by which the finding is recognised in the next run. */
  readonly fingerprint: string;
}

/**
 * The findings of all documents in order, each once: a file that several documents share is judged with each of them.
 *
 * A fingerprint is made of what the finding says and of the pointer of its place, never of a line, so that it stays when
 * text is added above. What is said twice of one pointer is counted.
 */
export function placedFindings(report: Report): PlacedFinding[] {
  const seen = new Set<string>();
  const times = new Map<string, number>();
  const placed: PlacedFinding[] = [];
  for (const { location, findings } of report.documents) {
    for (const finding of findings) {
      const source = (finding.origin.source || location).replace(/^(?:\.\/)+/, '');
      const identity = canonical([source, finding]);
      if (seen.has(identity)) continue;
      seen.add(identity);
      const { pointer, part } = finding.origin;
      const said = canonical([finding.code, source, pointer, part, finding.message]);
      const time = (times.get(said) ?? 0) + 1;
      times.set(said, time);
      placed.push({ finding, source, fingerprint: hashOf(time === 1 ? said : `${said}${time}`) });
    }
  }
  return placed;
}

function hashOf(text: string): string {
  const digest = digestOfText(text);
  return digest.slice(digest.indexOf(':') + 1).slice(0, 32);
}
