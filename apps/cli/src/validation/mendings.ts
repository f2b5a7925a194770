import { Fault, type Finding, type Position } from '@portolan/base';
import type { Replacement, ReportedDocument } from '@portolan/checks';
import { editsOf } from '@portolan/rewrite';

/** What the fixes of a document’s findings would change in its texts; those that cannot be made are left out. */
export function mendingsOf({ findings, files }: ReportedDocument): ReadonlyMap<Finding, readonly Replacement[]> {
  const mendings = new Map<Finding, readonly Replacement[]>();
  for (const finding of findings) {
    if (!finding.fix) continue;
    try {
      const edits = editsOf(finding.fix, files);
      const replacements = edits.map(({ location, start, end, text }) => {
        const whole = files.find(file => file.location === location)?.text ?? '';
        return { location, range: { start: positionAt(whole, start), end: positionAt(whole, end) }, text };
      });
      mendings.set(finding, replacements);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
  }
  return mendings;
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
