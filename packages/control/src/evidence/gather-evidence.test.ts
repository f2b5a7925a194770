import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folder } from '../sources/folder.ts';
import { gatherEvidence } from './gather-evidence.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'portolan-evidence-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, text: string) {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

const text = 'portolan: evidence/1\nchannels: { orders: { senders: [shop] } }\n';

test('a folder’s evidence is all that is in files of that name, whatever else is there', async () => {
  await write('infra/kafka.evidence.yaml', text);
  await write('evidence.yaml', text.replace('orders', 'bills'));
  await write('orders.yaml', 'asyncapi: 3.1.0\n');
  const { evidence, findings } = await gatherEvidence(root);
  expect(findings).toEqual([]);
  expect(evidence.map(({ location, uses }) => [location, uses[0]?.address])).toEqual([
    ['evidence.yaml', 'bills'],
    ['infra/kafka.evidence.yaml', 'orders'],
  ]);
});

test('a file may be given by itself', async () => {
  await write('evidence.yaml', text);
  expect((await gatherEvidence(join(root, 'evidence.yaml'))).evidence).toMatchObject([{ location: 'evidence.yaml' }]);
  await write('other.txt', text);
  expect((await gatherEvidence(join(root, 'other.txt'))).evidence).toEqual([]);
});

test('nothing at the path is CONTROL_SOURCE_MISSING', async () => {
  await expect(gatherEvidence(join(root, 'gone'))).rejects.toMatchObject({ code: 'CONTROL_SOURCE_MISSING' });
});

test('a folder as a source gives its evidence as of the last scan', async () => {
  await write('evidence.yaml', text);
  const source = folder(root);
  await source.scan();
  expect((await source.evidence?.())?.evidence).toHaveLength(1);
  await rm(join(root, 'evidence.yaml'));
  expect((await source.scan()).changed).toEqual(new Set(['evidence.yaml']));
  expect((await source.evidence?.())?.evidence).toEqual([]);
});
