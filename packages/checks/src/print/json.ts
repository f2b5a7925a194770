import type { Finding } from '@portolan/base';
import type { Report } from '../report.ts';

/** Name and version of the shape. A member may be added within a version; none changes its meaning or goes away. */
export const JSON_SHAPE = 'findings/1';

/** For programs: the shape that `json-schema.ts` describes, with two blanks, so that it diffs well. */
export function printJson(report: Report): string {
  const documents = report.documents.map(({ location, title, asyncapi, findings }) => ({
    location,
    title,
    asyncapi,
    findings: findings.map(findingJson),
  }));
  return `${JSON.stringify({ portolan: JSON_SHAPE, documents, summary: report.summary }, undefined, 2)}\n`;
}

/** Named member by member, so that nothing reaches other people's programs by accident. */
function findingJson({ code, severity, message, help, origin, range, related }: Finding) {
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
  };
}
