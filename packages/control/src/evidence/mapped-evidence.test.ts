import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gatherEvidence } from './gather-evidence.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'portolan-mapped-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, text: string) {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

const settings = `version: 1
evidence:
  - files: 'topics/*.yaml'
    channels: { each: 'topics[]', address: name, receivers: readers }
`;

test('settings say how files of another form are read, and only those that fit', async () => {
  await write('portolan.yaml', settings);
  await write('topics/orders.yaml', 'topics: [{ name: orders, readers: [billing] }]\n');
  await write('other/orders.yaml', 'topics: [{ name: no }]\n');
  await write('topics/asyncapi.yaml', 'asyncapi: 3.1.0\ntopics: [{ name: no }]\n');
  const { evidence, findings } = await gatherEvidence(root);
  expect(findings).toEqual([]);
  expect(evidence).toMatchObject([
    { location: 'topics/orders.yaml', format: 'mapped', uses: [{ who: 'billing', address: 'orders' }] },
  ]);
  const alone = await gatherEvidence(join(root, 'topics/orders.yaml'));
  expect(alone.evidence).toEqual([]);
});

test('a pattern that fits nothing is told at its place', async () => {
  await write('portolan.yaml', settings);
  expect((await gatherEvidence(root)).findings).toMatchObject([
    {
      code: 'EVIDENCE_MAPPING_UNUSED',
      message: 'No file beside the documents fits `topics/*.yaml`.',
      range: { start: { line: 3 } },
    },
  ]);
});

test('files that are understood together still are, with what the settings add', async () => {
  await write(
    'portolan.yaml',
    "version: 1\nevidence:\n  - files: 'infra/*.tf'\n    broker: kafka://kafka.example.com:9092\n",
  );
  await write('infra/variables.tf', 'variable "name" { default = "orders" }\n');
  await write('infra/main.tf', 'resource "kafka_topic" "a" {\n  name = var.name\n}\n');
  const { evidence } = await gatherEvidence(root);
  expect(evidence).toMatchObject([
    { format: 'terraform', broker: 'kafka://kafka.example.com:9092', channels: [{ address: 'orders' }] },
  ]);
});
