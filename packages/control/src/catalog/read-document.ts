import { type Digest, deepFreeze, digestOf, digestOfText, type Finding } from '@portolan/base';
import { judge, type Score, score } from '@portolan/checks';
import { type Contract, type Load, type ReadResult, read } from '@portolan/contract';
import type { FileText } from '@portolan/stores/port';
import { faults } from '../faults.ts';
import type { Governing } from '../settings/governing.ts';
import { today } from '../settings/today.ts';
import { type Places, placesOf } from './places.ts';

/** What reading one document gave. */
export interface Reading {
  /** Over all files: the identity of the revision. */
  readonly digest: Digest;
  /** The entry first. */
  readonly files: readonly FileText[];
  readonly contract?: Contract;
  readonly findings: readonly Finding[];
  /** How many findings the team lives with, by the excludes of its settings. */
  readonly suppressed: number;
  /** Absent without a whole contract. */
  readonly score?: Score;
  readonly places: Places;
  /** Every location that was asked for, also those that do not exist: when one of them changes, read again. */
  readonly asked: ReadonlySet<string>;
}

/** What a document is judged by. */
export interface Judging {
  /** Absent where there are no settings. */
  readonly governing?: Governing;
  /** Absolute path of the folder that locations are relative to. */
  readonly root?: string;
}

/**
 * Reads and judges the document at `path` by the settings that govern it. Undefined when there is no such file any more.
 * A reader that fails is a finding of this document, so that it hides no other one.
 */
export async function readDocument(path: string, load: Load, by: Judging = {}): Promise<Reading | undefined> {
  const asked = new Set<string>([path]);
  let entry: string | undefined;
  try {
    entry = await load(path);
    if (entry === undefined) return undefined;
    const text = entry;
    return await readingOf(
      await read(path, location => {
        asked.add(location);
        return location === path ? text : load(location);
      }),
      asked,
      by,
    );
  } catch (error) {
    return failed(path, entry ?? '', asked, error);
  }
}

async function readingOf(result: ReadResult, asked: ReadonlySet<string>, by: Judging): Promise<Reading> {
  const { files, locate } = result;
  const texts = files.map(({ location, text }) => ({ location, text, digest: digestOfText(text) }));
  const { governing, root } = by;
  const { contract, findings, suppressed } = await judge(result, {
    ...(governing && { settings: governing.settings, team: governing.team }),
    ...(root !== undefined && { root }),
    today: today(),
  });
  return {
    digest: revisionDigest(texts),
    files: texts,
    ...(contract && { contract }),
    ...(contract && !contract.incomplete && { score: deepFreeze(score(contract, findings, locate)) }),
    findings: deepFreeze(findings),
    suppressed: suppressed.length,
    places: contract ? placesOf(contract, locate) : new Map(),
    asked,
  };
}

function failed(path: string, text: string, asked: ReadonlySet<string>, error: unknown): Reading {
  const reason = error instanceof Error ? error.message : String(error);
  const fault = faults.READING_FAILED({ document: path, reason }, { cause: error });
  const origin = { source: path, pointer: '' };
  const finding = { code: fault.code, severity: 'error' as const, message: fault.message, help: fault.help, origin };
  const files = [{ location: path, text, digest: digestOfText(text) }];
  return { digest: revisionDigest(files), files, findings: [finding], suppressed: 0, places: new Map(), asked };
}

/** The same files with the same texts are the same revision, in whatever order the references were met. */
function revisionDigest(files: readonly FileText[]): Digest {
  return digestOf(Object.fromEntries(files.map(file => [file.location, file.digest])));
}
