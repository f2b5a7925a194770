import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from '@portolan/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gather } from './gather.ts';
import type { RemoteChoice } from './remote.ts';

const FILES: Readonly<Record<string, string>> = {
  '/specs/asyncapi.yaml': `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
components: { messages: { placed: { $ref: '../messages.yaml#/placed' } } }
`,
  '/messages.yaml': 'placed: { name: Placed }\n',
};

let folder: string;
let base: string;
let stop: () => Promise<unknown>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-remote-'));
  const server = createServer((request, response) => {
    const text = FILES[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
  stop = () => new Promise(done => server.close(done));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Codes of what reading says, by the way that commands take. */
async function codes(path: string, choice: RemoteChoice = {}): Promise<string[]> {
  const [document] = await gather([path], choice);
  if (!document) throw new Error('there is no document');
  const { findings } = await readText(document.location, await document.text(), document.load);
  return findings.map(({ code }) => code);
}

function put(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const referring = (reference: string) =>
  `asyncapi: 3.1.0\ninfo: { title: A, version: 1.0.0 }\ncomponents: { messages: { a: { $ref: '${reference}' } } }\n`;

test('a reference is followed to a host that is named, from a file and from a folder', async () => {
  const file = put('a.yaml', referring(`${base}/messages.yaml#/placed`));
  for (const path of [file, folder]) {
    expect(await codes(path)).toEqual(['REFERENCE_REMOTE']);
    expect(await codes(path, { remote: ['localhost'] })).toEqual([]);
    expect(await codes(path, { remote: ['*.example.com'] })).toEqual(['REFERENCE_REMOTE']);
  }
});

test('what the server does not have is told at the reference', async () => {
  const file = put('a.yaml', referring(`${base}/gone.yaml`));
  expect(await codes(file, { remote: ['localhost'] })).toEqual(['REFERENCE_REMOTE_FAILED']);
});

test('settings allow hosts as the command line does, but open no private network', async () => {
  const file = put('a.yaml', referring(`${base}/messages.yaml#/placed`));
  put('portolan.yaml', 'version: 1\nremote: [localhost]\n');
  expect(await codes(file)).toEqual(['REFERENCE_REMOTE_FAILED']);
});

test('an address is a document, and its references lead on from there', async () => {
  expect(await codes(`${base}/specs/asyncapi.yaml`, { remote: ['localhost'] })).toEqual([]);
  await expect(codes(`${base}/specs/asyncapi.yaml`)).rejects.toMatchObject({ code: 'CONTROL_REMOTE_PRIVATE' });
  await expect(codes(`${base}/gone.yaml`, { remote: ['localhost'] })).rejects.toMatchObject({
    code: 'CONTROL_REMOTE_STATUS',
  });
});

test('a host that is none is wrong usage', async () => {
  for (const host of ['https://example.com', 'example.com/path', '*', 'a b']) {
    await expect(codes('.', { remote: [host] }), host).rejects.toMatchObject({ code: 'CLI_USAGE' });
  }
});

test('a name in other capitals is found beside the file that is not there', async () => {
  put('messages.yaml', 'placed: { name: Placed }\n');
  const [document] = await gather([put('a.yaml', referring('Messages.yaml#/placed'))]);
  const { findings } = await readText(
    document?.location ?? '',
    (await document?.text()) ?? '',
    document?.load ?? (() => undefined),
  );
  expect(findings).toMatchObject([
    { code: 'REFERENCE_FILE_MISSING', help: expect.stringContaining('messages.yaml`?') },
  ]);
});

test('a file in UTF-16 is read as one in UTF-8 is', async () => {
  const file = join(folder, 'wide.yaml');
  writeFileSync(
    file,
    Buffer.from(`\uFEFF${referring('#/components/messages/b').replace('a: {', 'b: { name: B }, a: {')}`, 'utf16le'),
  );
  for (const path of [file, folder]) expect(await codes(path)).toEqual([]);
});
