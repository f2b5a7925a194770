import type { Report } from '../report.ts';
import { cleanLine } from './clean.ts';
import { placedFindings } from './placed.ts';

/** Its other two severities, `critical` and `blocker`, are for what no document can do by itself. */
const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const;

/** For GitLab: a Code Quality report. See https://docs.gitlab.com/ci/testing/code_quality/. */
export function printGitlab(report: Report): string {
  const issues = placedFindings(report).map(({ finding, source, fingerprint }) => ({
    description: cleanLine(finding.message),
    check_name: finding.code,
    fingerprint,
    severity: SEVERITIES[finding.severity],
    // The first line stands for the file, because a report without a line is refused.
    location: { path: source, lines: { begin: finding.range?.start.line ?? 1 } },
  }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
