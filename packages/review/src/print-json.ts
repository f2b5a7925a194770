import { CHANGES_SHAPE } from './json-schema.ts';
import type { ComparedDocument, ComparedSide, PlacedChange, Spot } from './model.ts';
import type { DiffReport } from './report.ts';

/** For programs: the shape that `json-schema.ts` describes. Named member by member, so that nothing gets out by accident. */
export function printJson({ documents, summary }: DiffReport): string {
  return `${JSON.stringify({ portolan: CHANGES_SHAPE, documents: documents.map(documentJson), summary }, undefined, 2)}\n`;
}

function documentJson({ title, before, after, version, changes }: ComparedDocument) {
  return { title, before: sideJson(before), after: sideJson(after), version, changes: changes.map(changeJson) };
}

function sideJson(side: ComparedSide | undefined) {
  return side && { location: side.location, revision: side.revision };
}

function changeJson(change: PlacedChange) {
  const { id, code, verdict, says, help, reason, subject, before, after, operations, messages, differences } = change;
  return {
    id,
    code,
    verdict,
    says,
    help,
    reason,
    subject,
    before: spotJson(before),
    after: spotJson(after),
    operations,
    messages,
    differences: differences.map(difference => ({
      code: difference.code,
      says: difference.says,
      help: difference.help,
      path: difference.path,
      breaks: difference.breaks,
      action: difference.action,
      message: difference.message,
      witness: difference.witness && {
        message: difference.witness.message,
        encoded: difference.witness.encoded,
        problem: difference.witness.problem,
      },
    })),
    consumers: change.consumers,
    retirement: change.retirement,
    settled: change.settled,
  };
}

function spotJson(spot: Spot | undefined) {
  return spot && { origin: { source: spot.origin.source, pointer: spot.origin.pointer }, range: spot.range };
}
