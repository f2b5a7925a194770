import type { Finding } from '@portolan/base';
import { writtenOf } from '@portolan/contract/written-in';
import type { Report, ReportedDocument } from '../report.ts';

/** Name and version of the shape. A member may be added within a version; none changes its meaning or goes away. */
export const JSON_SHAPE = 'findings/1';

/** For programs: the shape that `json-schema.ts` describes, with two blanks, so that it diffs well. */
export function printJson(report: Report): string {
  const documents = report.documents.map(document => ({
    location: document.location,
    title: document.title,
    ...writtenOf(document),
    settings: document.settings,
    findings: document.findings.map(finding => findingJson(finding, document)),
    suppressed: document.suppressed?.length
      ? document.suppressed.map(({ finding, reason, until }) => ({ ...findingJson(finding, document), reason, until }))
      : undefined,
  }));
  return `${JSON.stringify({ portolan: JSON_SHAPE, documents, summary: report.summary }, undefined, 2)}\n`;
}

/** Named member by member, so that nothing reaches other people's programs by accident. */
function findingJson(finding: Finding, { mendings }: ReportedDocument) {
  const { code, severity, message, help, origin, range, related, fix } = finding;
  return {
    code,
    severity,
    message,
    help,
    origin: { source: origin.source, pointer: origin.pointer },
    range,
    related: related?.map(other => ({
      message: other.message,
      origin: { source: other.origin.source, pointer: other.origin.pointer },
      range: other.range,
    })),
    fix: fix && {
      says: fix.says,
      edits: mendings?.get(finding)?.map(edit => ({ source: edit.location, range: edit.range, text: edit.text })),
    },
  };
}
