/**
 * The process that `crash.test.ts` kills: records revisions as fast as it can and prints each one that was
 * acknowledged, in a line of sequence, document and text.
 */
import { writeSync } from 'node:fs';
import { digestOf, digestOfText } from '@portolan/base';
import { openSqlite } from './open-sqlite.ts';

const [path = '', round = ''] = process.argv.slice(2);
const store = await openSqlite(path);
const shared = { location: 'types.yaml', text: 'shared by all', digest: digestOfText('shared by all') };

for (let n = 0; n < 100_000; n++) {
  const text = `round ${round}, revision ${n}.`;
  const document = `shop/${n % 7}.yaml`;
  const files = [{ location: 'a.yaml', text, digest: digestOfText(text) }, shared];
  const digest = digestOf(files.map(file => file.digest));
  const [entry] = await store.record([
    { kind: 'revision', document, source: 'shop', path: `${n % 7}.yaml`, digest, files },
  ]);
  writeSync(1, `${entry?.sequence}\t${document}\t${text}\n`);
}
