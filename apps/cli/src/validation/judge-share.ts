import { resolve } from 'node:path';
import { gather } from '../documents/gather.ts';
import type { JudgedDocument } from '../documents/judge.ts';
import type { Share } from './apart.ts';
import { judgeOne } from './judge-one.ts';
import { settingsFor } from './settled.ts';

/** Judges one share of the documents that paths stand for. Faults: those of `gather`, CLI_FILE_UNREADABLE. */
export async function judgeShare({ paths, options, index, of }: Share) {
  const given = await gather(paths, options);
  const reader = await settingsFor(options);
  const own = given.filter((_, place) => place % of === index);
  const judged = await Promise.all(
    own.map(async document => {
      const by = await reader.of(resolve(document.location));
      return withoutIdleTexts((await judgeOne(document, by, options)).judged);
    }),
  );
  return { found: given.length, judged };
}

/** Texts that no finding points into are never printed, and handing them over costs time. */
function withoutIdleTexts({ report, ...rest }: JudgedDocument): JudgedDocument {
  const findings = [...report.findings, ...(report.suppressed ?? []).map(({ finding }) => finding)];
  const told = new Set(
    findings.flatMap(({ origin, related = [] }) => [origin.source, ...related.map(other => other.origin.source)]),
  );
  return { ...rest, report: { ...report, files: report.files.filter(({ location }) => told.has(location)) } };
}
