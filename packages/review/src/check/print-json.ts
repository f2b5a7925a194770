import { print } from '@portolan/checks/engine';
import { printJson } from '../print-json.ts';
import { CHECK_SHAPE } from './json-schema.ts';
import type { CheckReport } from './model.ts';
import { verdictOf } from './verdict.ts';

/** For programs: the shape that `json-schema.ts` describes. */
export function printCheckJson(report: CheckReport): string {
  const { kind, fails, says, versions, consumers, broken } = verdictOf(report);
  const told = {
    portolan: CHECK_SHAPE,
    against: report.against,
    verdict: kind,
    fails,
    says,
    versions,
    consumers: { known: consumers.length, broken: broken.map(({ name, owner }) => ({ name, owner })) },
    changes: JSON.parse(printJson(report.changes)),
    findings: JSON.parse(print('json', report.findings)),
  };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}
