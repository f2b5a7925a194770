import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folder } from './folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'portolan-languages-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const head = "openapi: 3.1.0\ninfo: { title: Shop, version: '1' }\n";
/** More than what is looked at of a file that could be anything. */
const paths = `paths:\n${'  /products: { get: {} }\n'.repeat(5_000)}`;

test('OpenAPI documents are found when they have webhooks or callbacks, however far down', async () => {
  const files = {
    'webhooks.yaml': `${head}webhooks: { placed: { post: {} } }\n`,
    'far.yaml': `${head}${paths}webhooks: { placed: { post: {} } }\n`,
    'callbacks.json': JSON.stringify({
      openapi: '3.0.3',
      paths: { '/a': { post: { callbacks: { done: { '{$request.body#/url}': {} } } } } },
    }),
    'ordinary.yaml': `${head}${paths}`,
    'swagger.yaml': "swagger: '2.0'\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  const { documents, problem } = await folder(root).scan();
  expect(documents).toEqual(['callbacks.json', 'far.yaml', 'webhooks.yaml']);
  expect(problem).toBeUndefined();
});

test('CloudEvents definitions are found, wherever in the file the messages stand', async () => {
  const schemas = `schemagroups:\n${'  # a schema\n'.repeat(10_000)}`;
  writeFileSync(join(root, 'orders.xreg.yaml'), `specversion: 1.0-rc4\n${schemas}messagegroups: {}\n`);
  writeFileSync(join(root, 'schemas.xreg.yaml'), `specversion: 1.0-rc4\n${schemas}`);
  writeFileSync(join(root, 'service.yaml'), 'kind: Endpoints\nendpoints: []\n');
  expect((await folder(root).scan()).documents).toEqual(['orders.xreg.yaml']);
});
