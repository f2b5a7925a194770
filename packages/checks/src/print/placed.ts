import { canonical, digestOfText, type Finding } from '@portolan/base';
import type { Replacement, Report } from '../report.ts';
import type { Suppressed } from '../settings/excluding.ts';

/** A finding as services see it that collect findings by file. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** Location of the file it is about; the document’s where the finding names none. */
  readonly source: string;
  /** 32 hexadecimal digits, unique in the report, by which the finding is recognised in the next run. */
  readonly fingerprint: string;
  /** What its fix would change in the texts, where that is known. */
  readonly edits?: readonly Replacement[];
  /** Set for one that an exclude of the settings hides. */
  readonly suppressed?: Suppressed;
}

/**
 * The findings of all documents in order, each once: a file that several documents share is judged with each of them.
 *
 * A fingerprint is made of what the finding says and of the pointer of its place, never of a line, so that it stays when
 * text is added above. What is said twice of one pointer is counted. Those that excludes hide come last, where they are
 * asked for.
 */
export function placedFindings(report: Report, withSuppressed = false): PlacedFinding[] {
  const seen = new Set<string>();
  const times = new Map<string, number>();
  const placed: PlacedFinding[] = [];
  for (const { location, findings, mendings } of report.documents) {
    for (const finding of findings) add(location, finding, more(mendings?.get(finding)));
  }
  for (const { location, suppressed = [] } of withSuppressed ? report.documents : []) {
    for (const it of suppressed) add(location, it.finding, { suppressed: it });
  }
  return placed;

  function add(location: string, finding: Finding, { edits, suppressed }: Partial<PlacedFinding>): void {
    const source = (finding.origin.source || location).replace(/^(?:\.\/)+/, '');
    const identity = canonical([source, finding]);
    if (seen.has(identity)) return;
    seen.add(identity);
    const { pointer, part } = finding.origin;
    const said = canonical([finding.code, source, pointer, part, finding.message]);
    const time = (times.get(said) ?? 0) + 1;
    times.set(said, time);
    const fingerprint = hashOf(time === 1 ? said : `${said}${time}`);
    placed.push({ finding, source, fingerprint, ...(edits && { edits }), ...(suppressed && { suppressed }) });
  }
}

function more(edits: readonly Replacement[] | undefined): Partial<PlacedFinding> {
  return edits ? { edits } : {};
}

function hashOf(text: string): string {
  const digest = digestOfText(text);
  return digest.slice(digest.indexOf(':') + 1).slice(0, 32);
}
