/**
 * A process that `crash.test.ts` runs beside others: records revisions as fast as it can and prints each one that was
 * acknowledged, in a line of sequence, document and text.
 */
import { writeSync } from 'node:fs';
import { revisionOf } from '../conformance/drafts.ts';
import { openPostgres } from './open-postgres.ts';

const [address = '', name = ''] = process.argv.slice(2);
const store = await openPostgres(address, { patience: 30_000 });

async function write(lane: number): Promise<void> {
  for (let n = 0; n < 100_000; n++) {
    const text = `${name}, lane ${lane}, revision ${n}.`;
    const document = `shop/${name}-${lane}.yaml`;
    const [entry] = await store.record([revisionOf(document, { 'a.yaml': text, 'types.yaml': 'shared by all' })]);
    writeSync(1, `${entry?.sequence}\t${document}\t${text}\n`);
  }
}

// Several calls at a time, so that they share transactions.
await Promise.all([1, 2, 3, 4].map(write));
