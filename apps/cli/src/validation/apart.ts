import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { GatherOptions } from '../documents/gather.ts';
import type { JudgedDocument } from '../documents/judge.ts';
import type { SettingsChoice } from './settled.ts';

/** What all threads of a run are told; plain data. */
export interface ApartRequest {
  readonly paths: readonly string[];
  readonly options: GatherOptions & SettingsChoice;
}

/** What one thread is to judge: of the documents in order, each `of`-th from `index` on. */
export interface Share extends ApartRequest {
  readonly index: number;
  readonly of: number;
}

/** Documents that other threads judge. */
export interface Apart {
  /** Undefined for a document that is left to this thread: its own share, and that of a thread that failed. */
  judged(index: number): Promise<JudgedDocument | undefined>;
}

/** Documents for which another thread is worth its start, which costs as much as reading this many. */
const ENOUGH = 60;

/**
 * Starts threads for a run over many documents, as many as there are processors and as are worth it. Each finds the
 * documents anew, which is quicker than handing them over, and judges its share of them.
 *
 * @param count documents of the run
 */
export function startApart(count: number, request: ApartRequest): Apart {
  const of = Math.min(availableParallelism(), Math.floor(count / ENOUGH));
  if (of < 2 || request.paths.includes('-')) return { judged: async () => undefined };
  const shares = Array.from({ length: of - 1 }, (_, thread) => answerOf({ ...request, index: thread + 1, of }, count));
  return {
    async judged(index) {
      const share = await shares[(index % of) - 1];
      return share?.[Math.floor(index / of)];
    },
  };
}

/** What a thread says about its share; undefined when it fails or finds other documents than this one did. */
async function answerOf(share: Share, count: number): Promise<readonly JudgedDocument[] | undefined> {
  // Most runs are over a few documents and load nothing for threads.
  const { Worker } = await import('node:worker_threads');
  return await new Promise(resolve => {
    const worker = new Worker(program(), { workerData: share });
    worker.on('message', ({ found, judged }: { found: number; judged: readonly JudgedDocument[] }) => {
      resolve(found === count ? judged : undefined);
    });
    // Whatever went wrong there goes wrong here again, where somebody hears of it.
    worker.on('error', () => resolve(undefined));
    worker.on('exit', () => resolve(undefined));
  });
}

/** In a checkout the source runs as it is; a package holds it built, beside the rest of the program. */
function program(): string {
  const source = join(import.meta.dirname, 'apart.thread.ts');
  return existsSync(source) ? source : join(import.meta.dirname, 'judge-thread.js');
}
