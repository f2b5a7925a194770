import type { Finding } from '@portolan/base';
import { type Report, type ReportedDocument, reportOf } from '@portolan/checks';
import type { CheckReport, ComparedDocument } from '@portolan/review';
import { findingsOf } from '../findings.ts';

/** All that a run found as findings, for the services that collect those: a document stands there once. */
export function asFindings({ findings, changes, failing }: CheckReport): Report {
  const merged = new Map<string, ReportedDocument>();
  const versions = failing.version ? changes.documents.flatMap(versionOf) : [];
  for (const document of [...findings.documents, ...findingsOf(changes).documents, ...versions]) {
    const known = merged.get(document.location);
    merged.set(document.location, known ? together(known, document) : document);
  }
  return reportOf([...merged.values()]);
}

/** One more report of the same document: its findings come to those that are there. */
export function together(a: ReportedDocument, b: ReportedDocument): ReportedDocument {
  const known = new Set(a.files.map(({ location }) => location));
  return {
    ...a,
    findings: [...a.findings, ...b.findings],
    suppressed: [...(a.suppressed ?? []), ...(b.suppressed ?? [])],
    files: [...a.files, ...b.files.filter(({ location }) => !known.has(location))],
  };
}

function versionOf({ version, after, title }: ComparedDocument): ReportedDocument[] {
  if (!after || version?.step === undefined || version.enough === true) return [];
  const origin = { source: after.location, pointer: '/info/version' };
  const range = after.read.locate(origin);
  const due = version.due === undefined ? `a ${version.step} version` : `version ${version.due} or more`;
  const finding: Finding = {
    code: 'VERSION_DUE',
    severity: 'error',
    message: `After these changes ${due} is due, and the document says \`${version.after}\`.`,
    help: version.due === undefined ? 'Write a semantic version.' : `Set \`info.version\` to ${version.due}.`,
    origin,
    ...(range && { range }),
  };
  return [{ location: after.location, title, findings: [finding], files: after.read.files }];
}
