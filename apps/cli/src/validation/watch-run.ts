import { resolve } from 'node:path';
import { Fault } from '@portolan/base';
import { type Report, reportOf } from '@portolan/checks';
import type { SettingsReader } from '@portolan/control';
import { type GatherOptions, gather } from '../documents/gather.ts';
import type { GivenDocument } from '../documents/given.ts';
import type { JudgedDocument } from '../documents/judge.ts';
import { signalled } from '../up/signalled.ts';
import { judgeAll, type Memory, type Run } from './judge-all.ts';
import type { Asked } from './judge-one.ts';
import type { SettingsChoice } from './settled.ts';
import { watching } from './watching.ts';

/** What a look gave: everything, and the part of it that is new since the look before. */
export interface Look {
  readonly run: Run;
  readonly news: Report;
  /** Locations that had findings and have none now. */
  readonly mended: readonly string[];
  readonly isFirst: boolean;
}

/**
 * Judges documents whenever they, what they refer to, or their settings change, until somebody ends it. Documents of which
 * nothing changed are not judged again.
 *
 * @param tell is told of each look that has news, and of the first one
 */
export async function watchRun(
  paths: readonly string[],
  reader: SettingsReader,
  choice: SettingsChoice & GatherOptions,
  tell: (look: Look) => Promise<void>,
): Promise<void> {
  const ended = signalled();
  const broken = Promise.withResolvers<never>();
  let said = new Map<string, string>();
  let isFirst = true;
  let kept = new Map<string, Kept>();
  let looking: Promise<void> | undefined;
  let again = false;
  using watch = await watching(paths, () => {
    again = true;
    looking ??= looks()
      .catch(broken.reject)
      .finally(() => {
        looking = undefined;
      });
  });

  async function looks(): Promise<void> {
    while (again) {
      again = false;
      await look().catch(waited);
    }
  }

  /** In the middle of somebody’s work files come and go; what is wrong from the start is not waited for. */
  function waited(error: unknown): void {
    if (isFirst || !(error instanceof Fault)) throw error;
    console.error(`portolan: ${error.message}`);
  }

  async function look(): Promise<void> {
    reader.refresh();
    const given = await gather(paths, choice);
    const next = new Map<string, Kept>();
    const memory: Memory = {
      async known(document, mark) {
        const before = kept.get(document.location);
        const same = before?.mark === mark && (await isSame(document, before.asked));
        if (before && same) next.set(document.location, before);
        return same ? before?.judged : undefined;
      },
      keep: (document, mark, asked, judged) => void next.set(document.location, { mark, asked, judged }),
    };
    const run = await judgeAll(given, paths, reader, choice, { memory });
    kept = next;
    // What changed before it was followed, nobody told.
    if (await watch.follow(followed(kept, run, reader))) again = true;
    const now = new Map(run.report.documents.map(document => [document.location, JSON.stringify(document.findings)]));
    const changed = run.report.documents.filter(({ location }) => said.get(location) !== now.get(location));
    const mended = changed.filter(({ location, findings }) => findings.length === 0 && said.has(location));
    const gone = [...said.keys()].filter(location => !now.has(location) && said.get(location) !== '[]');
    said = now;
    if (isFirst || changed.length > 0 || gone.length > 0) {
      const news = { ...reportOf(changed), summary: run.report.summary };
      await tell({ run, news, mended: [...mended.map(({ location }) => location), ...gone], isFirst });
    }
    isFirst = false;
  }

  again = true;
  await looks();
  await Promise.race([ended, broken.promise]);
  await looking;
}

interface Kept {
  readonly mark: string;
  readonly asked: Asked;
  readonly judged: JudgedDocument;
}

/** Whether every file that a document was made of is as it was. */
async function isSame(document: GivenDocument, asked: Asked): Promise<boolean> {
  for (const [location, text] of asked) {
    const now = location === document.location ? await document.text() : await document.load(location);
    if (now !== text) return false;
  }
  return true;
}

/** Everything that counts for what was said, also files that are not there yet. */
function followed(kept: ReadonlyMap<string, Kept>, run: Run, reader: SettingsReader): Set<string> {
  const files = new Set<string>();
  for (const [document, { asked }] of kept) {
    for (const location of asked.keys()) files.add(resolve(location));
    for (const path of reader.candidates(resolve(document))) files.add(path);
  }
  for (const { watched } of run.governing.values()) for (const path of watched) files.add(path);
  return files;
}
