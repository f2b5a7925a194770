import { withoutSecrets } from '@portolan/checks';
import type { ReadResult } from '@portolan/contract';
import type { KeptCheck } from '@portolan/control';
import type { ComparedDocument } from '@portolan/review';
import type { DecisionRecord } from '@portolan/stores/port';
import type { ChangeView, CheckedDocument, CheckPage, CheckReportView, CheckSummary } from '../port.ts';
import type { Known } from '../views/known.ts';
import { withPages } from './revision-changes.ts';
import { settledOf } from './settled.ts';
import { verdictView } from './verdict-view.ts';

/** It was read where the check ran. */
const READ_ELSEWHERE: ReadResult = { findings: [], files: [], locate: () => undefined };

/** A check with what was decided about its changes since; secrets masked. */
export async function checkPage(
  { report: text, ...check }: KeptCheck,
  all: readonly DecisionRecord[],
  known: Known,
): Promise<CheckPage> {
  const report = JSON.parse(text) as CheckReportView;
  const settled = await Promise.all(
    report.changes.documents.map(async told => {
      const location = (told.after ?? told.before)?.location ?? '';
      const document = `${check.source}/${location.replace(/^\.\//, '')}`;
      const here = all.filter(decision => decision.document === document);
      // What the report does not have are the places inside schemas, which nobody asks for here.
      const compared = { title: told.title, changes: told.changes, version: told.version } as ComparedDocument;
      const side = { location, path: document, read: READ_ELSEWHERE };
      return { document, here, compared: await settledOf({ ...compared, after: side }, { here }, known) };
    }),
  );
  const verdict = verdictView(
    settled.map(({ compared }) => compared),
    known,
  );
  const kind = verdict.kind === 'well' || verdict.kind === 'settled' ? graverOf(report, verdict.kind) : verdict.kind;
  return withoutSecrets({
    check: check as CheckSummary,
    verdict: { ...verdict, kind, says: kind === verdict.kind ? verdict.says : report.says },
    said: report.says,
    fails: report.fails,
    documents: settled.map(({ document, compared }) => documentView(document, compared, known)),
    findings: { documents: report.findings.documents },
    decisions: settled.flatMap(({ here }) => here),
  });
}

/** Findings are not decided about here. */
function graverOf({ verdict }: CheckReportView, kind: 'well' | 'settled') {
  return verdict === 'findings' ? verdict : kind;
}

function documentView(id: string, compared: ComparedDocument, known: Known): CheckedDocument {
  const changes = compared.changes as readonly ChangeView[];
  return {
    document: id,
    charted: known.snapshot.documents.has(id),
    title: compared.title,
    ...(compared.version && { version: compared.version }),
    changes: changes.map(change => withPages(change, known)),
  };
}
