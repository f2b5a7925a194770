import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { atLeast, type Finding, type Severity } from '@portolan/base';
import {
  atLevel,
  expiredAmong,
  type Report,
  type ReportedDocument,
  reportOf,
  unusedAmong,
  unusedDirections,
} from '@portolan/checks';
import { type Governing, type GoverningFile, type SettingsReader, today } from '@portolan/control/local';
import type { GivenDocument } from '../documents/given.ts';
import type { JudgedDocument } from '../documents/judge.ts';
import type { Apart } from './apart.ts';
import { type Asked, judgeOne } from './judge-one.ts';
import type { SettingsChoice } from './settled.ts';

/** What a run over documents gave. */
export interface Run {
  /** The documents as they were given, and the settings files that something is wrong with before them. */
  readonly report: Report;
  readonly judged: readonly JudgedDocument[];
  /** By location: the settings that each file of the report is governed by. */
  readonly governing: ReadonlyMap<string, Governing>;
}

/** What was judged before, for whoever judges again and again. `mark` names the settings and the day. */
export interface Memory {
  known(document: GivenDocument, mark: string): Promise<JudgedDocument | undefined>;
  keep(document: GivenDocument, mark: string, asked: Asked, judged: JudgedDocument): void;
}

/**
 * Judges documents by the settings that govern each.
 *
 * @param paths as they were given: excludes that hide nothing are told of where a run looks at all that they are about
 */
export async function judgeAll(
  given: readonly GivenDocument[],
  paths: readonly string[],
  reader: SettingsReader,
  choice: SettingsChoice,
  { memory, apart }: { readonly memory?: Memory; readonly apart?: Apart } = {},
): Promise<Run> {
  const governing = new Map<string, Governing>();
  const judged = await Promise.all(
    given.map(async (document, index) => {
      const by = await reader.of(resolve(document.location));
      governing.set(document.location, by);
      return (await apart?.judged(index)) ?? (await remembered(document, by, choice, memory));
    }),
  );
  const used = new Set(judged.flatMap(document => document.used));
  const settings: ReportedDocument[] = [];
  for (const [file, by] of settingsFiles([...governing.values()])) {
    governing.set(file.location, by);
    const covered = await isCovered(dirname(file.path), paths);
    const document = reportedSettings(file, by, covered ? used : undefined);
    if (document.findings.length > 0) settings.push(document);
  }
  return { report: reportOf([...settings, ...judged.map(({ report }) => report)]), judged, governing };
}

/** A document as it was judged before, or else judged now. */
async function remembered(
  document: GivenDocument,
  by: Governing,
  choice: SettingsChoice,
  memory?: Memory,
): Promise<JudgedDocument> {
  const mark = `${by.digest} ${today()}`;
  const known = await memory?.known(document, mark);
  if (known) return known;
  const { judged, asked } = await judgeOne(document, by, choice);
  memory?.keep(document, mark, asked, judged);
  return judged;
}

/** Whether a document has a finding as bad as its team, or the command line, does not let pass. */
export function fails({ report, governing }: Run, level?: Severity | 'never'): boolean {
  return report.documents.some(({ location, findings }) => {
    const mildest = level ?? governing.get(location)?.settings.failOn ?? 'error';
    return mildest !== 'never' && findings.some(({ severity }) => atLeast(severity, mildest));
  });
}

/** Each settings file once, with the settings that it is part of. */
function settingsFiles(governing: readonly Governing[]): Map<GoverningFile, Governing> {
  const byPath = new Map<string, readonly [GoverningFile, Governing]>();
  for (const by of governing)
    for (const file of by.files) if (!byPath.has(file.path)) byPath.set(file.path, [file, by]);
  return new Map(byPath.values());
}

/** What is to be said about a settings file. Without `used`, nothing is said about excludes that hide nothing and directions that settle nothing. */
function reportedSettings(file: GoverningFile, by: Governing, used?: ReadonlySet<string>): ReportedDocument {
  const { location, text, locate } = file;
  const own = by.settings.excludes.filter(({ origin }) => origin.source === location);
  const directions = by.settings.directions.filter(({ origin }) => origin.source === location);
  const isUsed = ({ origin }: Pick<Finding, 'origin'>) => used?.has(`${origin.source}#${origin.pointer}`) ?? true;
  const about = [
    ...expiredAmong(own, today()),
    ...unusedAmong(own, isUsed, today()),
    ...unusedDirections(directions, isUsed),
  ];
  const placed = about.map((finding): Finding => {
    const range = locate(finding.origin);
    return range ? { ...finding, range } : finding;
  });
  const findings = [...file.findings, ...placed].flatMap(finding => atLevel(finding, by.settings));
  return { location, settings: true, findings, files: [{ location, text }] };
}

/** Whether a folder is one of the paths, or inside of one. */
export async function isCovered(folder: string, paths: readonly string[]): Promise<boolean> {
  for (const path of paths) {
    const way = relative(resolve(path), folder);
    const inside = way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
    if (inside && (await stat(path).catch(() => undefined))?.isDirectory()) return true;
  }
  return false;
}
