import type { Finding, Severity } from '@portolan/base';
import type { ChangeVerdict } from '@portolan/changes';
import { type Report, reportOf } from '@portolan/checks';
import {
  type ComparedDocument,
  consumerLines,
  type DiffReport,
  decisionLines,
  type PlacedChange,
  placeOf,
} from '@portolan/review';

const SEVERITY: Readonly<Record<ChangeVerdict, Severity>> = {
  breaking: 'error',
  'not-checked': 'warning',
  'non-breaking': 'info',
  editorial: 'info',
};

/** Changes as findings of the documents after, for the services that collect those. What is settled is suppressed. */
export function findingsOf({ documents }: DiffReport): Report {
  return reportOf(
    documents.map(document => ({
      location: document.after?.location ?? document.before?.location ?? '',
      title: document.title,
      findings: document.changes.filter(({ settled }) => !settled).map(change => findingOf(change, document)),
      suppressed: document.changes.flatMap(change => {
        const { settled } = change;
        const until = settled?.until;
        const finding = findingOf(change, document);
        return settled ? [{ finding, reason: settled.says, ...(until !== undefined && { until }) }] : [];
      }),
      files: document.after?.read.files ?? [],
    })),
  );
}

/** What is gone stands nowhere any more: it is told of the whole document, with the place where it was. */
function findingOf(change: PlacedChange, document: ComparedDocument): Finding {
  const { code, verdict, says, help, before, after } = change;
  const location = document.after?.location ?? document.before?.location ?? '';
  const was = before && `Before, it stood at ${placeOf(before, document.before)}.`;
  const told = [
    says,
    change.reason && `Not checked: ${change.reason}.`,
    ...consumerLines(change).map(line => `${line}.`),
    ...decisionLines(change),
    was,
  ];
  return {
    code,
    severity: SEVERITY[verdict],
    message: told.filter(Boolean).join(' '),
    help,
    origin: after?.origin ?? { source: location, pointer: '' },
    ...(after?.range && { range: after.range }),
  };
}
