import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answers, Question } from './questions.ts';

/** The thread that answers what takes long. */
export interface Thread {
  ask<Q extends Question>(question: Q): Promise<Answers[Q['is']]>;
  close(): void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
}

/** Opens a thread; it starts with the first question, and anew when it died. */
export function openThread(): Thread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function started(): Worker {
    if (worker) return worker;
    const made = new Worker(programOfThread(), { stdout: true, stderr: true });
    worker = made;
    made.unref();
    made.on('message', ({ id, answer, reason }: { id: number; answer?: never; reason?: string }) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (reason === undefined) asked?.resolve(answer as never);
      else asked?.reject(new Error(reason));
    });
    made.on('error', error => lost(made, error instanceof Error ? error : new Error(String(error))));
    made.on('exit', () => lost(made, new Error('the thread ended')));
    return made;
  }

  function lost(which: Worker, reason: Error): void {
    if (worker !== which) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  }

  return {
    ask(question) {
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
        started().postMessage({ id, question });
      });
    },
    close() {
      void worker?.terminate();
    },
  };
}

/** In a checkout the source runs as it is; a package holds it built, beside the rest of the program. */
function programOfThread(): string {
  const source = join(import.meta.dirname, 'answering.thread.ts');
  return existsSync(source) ? source : join(import.meta.dirname, 'lsp-thread.js');
}
