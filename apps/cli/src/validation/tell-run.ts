import type { Severity } from '@portolan/base';
import { print, type Report } from '@portolan/checks';
import type { RemoteChoice } from '../documents/remote.ts';
import { write } from '../output.ts';
import { fails, type Run } from './judge-all.ts';
import type { SettingsChoice } from './settled.ts';

/** Options of `validate`, as the command line gives them. */
export interface ValidateOptions extends SettingsChoice, RemoteChoice {
  /** Absent where the settings of this folder say, or nobody does. */
  readonly format?: string;
  readonly failOn?: Severity | 'never';
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly output?: string;
  readonly stdinPath: string;
  readonly color: boolean;
}

/** Formats that carry along what fixes would change. */
const WITH_EDITS: ReadonlySet<string> = new Set(['json', 'sarif']);

/** Prints a report where the options want it. */
export async function printRun(report: Report, format: string, options: ValidateOptions): Promise<void> {
  const full = WITH_EDITS.has(format) ? await withEdits(report) : report;
  await write((color: boolean) => print(format, full, { color }), options);
}

/** 1 when a document has a finding that counts. */
export function exitOf(run: Run, { failOn }: ValidateOptions): number {
  return fails(run, failOn) ? 1 : 0;
}

async function withEdits(report: Report): Promise<Report> {
  if (!report.documents.some(({ findings }) => findings.some(({ fix }) => fix))) return report;
  const { mendingsOf } = await import('./mendings.ts');
  return { ...report, documents: report.documents.map(document => ({ ...document, mendings: mendingsOf(document) })) };
}
