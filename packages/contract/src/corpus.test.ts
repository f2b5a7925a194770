import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read } from './read.ts';
import { looksLikeAsyncApi } from './source/sniff.ts';

const folder = join(import.meta.dirname, '../../../corpus/asyncapi-spec');
const load = (location: string) => {
  try {
    return readFileSync(join(folder, location), 'utf8');
  } catch {
    return undefined;
  }
};
const documents = globSync('**/*.{yml,yaml}', { cwd: folder }).filter(file => looksLikeAsyncApi(load(file) as string));

test('the corpus is there', () => {
  expect(documents.length).toBeGreaterThanOrEqual(24);
});

test.each(documents)('%s, an example of the specification, is read without an error', async file => {
  const { contract, findings } = await read(file, load);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(contract?.channels.length).toBeGreaterThan(0);
  expect(contract?.operations.length).toBeGreaterThan(0);
  for (const operation of contract?.operations ?? []) {
    expect(contract?.channels.map(({ id }) => id)).toContain(operation.channel);
    for (const id of operation.messages) expect(contract?.messages.map(message => message.id)).toContain(id);
  }
});
