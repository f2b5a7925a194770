import { dirname } from 'node:path';
import type { Finding } from '@portolan/base';
import {
  atLevel,
  expiredWaivers,
  type ReportedDocument,
  type SignOff,
  unusedDecisions,
  type Waiver,
} from '@portolan/checks';
import { type Governing, today } from '@portolan/control';
import { isCovered } from '../../validation/judge-all.ts';

/**
 * What is to be said of the waivers and sign-offs that stand in settings files: those that have ended, and those that
 * nothing went by. The latter only where a run looks at all that they may be about.
 *
 * @param paths as they were given
 */
export async function decisionFindings(
  governing: Iterable<Governing>,
  used: ReadonlySet<Waiver | SignOff>,
  paths: readonly string[],
): Promise<ReportedDocument[]> {
  const counted = new Set([...used].map(placeOf));
  const told = new Map<string, ReportedDocument>();
  for (const { settings, files } of governing) {
    for (const { path, location, text, locate } of files) {
      if (told.has(path)) continue;
      const own = {
        waivers: settings.waivers.filter(({ origin }) => origin.source === location),
        signOffs: settings.signOffs.filter(({ origin }) => origin.source === location),
      };
      const covered = await isCovered(dirname(path), paths);
      const findings = [
        ...expiredWaivers(own.waivers, today()),
        ...(covered ? unusedDecisions(own, decision => counted.has(placeOf(decision)), today()) : []),
      ].flatMap(finding => atLevel(placed(finding, locate), settings));
      told.set(path, { location, settings: true, findings, files: [{ location, text }] });
    }
  }
  return [...told.values()].filter(({ findings }) => findings.length > 0);
}

function placed(finding: Finding, locate: Governing['files'][number]['locate']): Finding {
  const range = locate(finding.origin);
  return range ? { ...finding, range } : finding;
}

function placeOf({ origin }: Waiver | SignOff): string {
  return `${origin.source}#${origin.pointer}`;
}
