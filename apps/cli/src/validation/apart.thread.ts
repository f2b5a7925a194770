import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Share } from './apart.ts';

// A thread has a compile cache of its own, which has to be on before anything is loaded.
module.enableCompileCache();
const { judgeShare } = await import('./judge-share.ts');
parentPort?.postMessage(await judgeShare(workerData as Share));
