import { parentPort } from 'node:worker_threads';
import { answer } from './answer.ts';
import type { Question } from './questions.ts';

/** The other thread: one question after the other. */
parentPort?.on('message', async ({ id, question }: { readonly id: number; readonly question: Question }) => {
  try {
    parentPort?.postMessage({ id, answer: await answer(question) });
  } catch (error) {
    parentPort?.postMessage({ id, reason: error instanceof Error ? error.message : String(error) });
  }
});
