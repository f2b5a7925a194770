import { compareFindings, type Finding, type Origin, type Range } from '@portolan/base';

/** The findings with their ranges, in the order of the text. Those whose place is unknown keep their origin only. */
export function withRanges(findings: readonly Finding[], locate: (origin: Origin) => Range | undefined): Finding[] {
  const located = findings.map(finding => {
    const range = finding.range ?? locate(finding.origin);
    const related = finding.related?.map(other => ({ ...other, range: other.range ?? locate(other.origin) }));
    return { ...finding, ...(range && { range }), ...(related && { related }) };
  });
  return located.sort(compareFindings);
}
