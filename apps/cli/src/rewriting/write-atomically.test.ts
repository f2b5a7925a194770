import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAtomically } from './write-atomically.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a file gets its folders, and leaves nothing else behind', async () => {
  const file = join(folder, 'deep', 'a.yaml');
  await writeAtomically(file, 'a: 1\n');
  expect(readFileSync(file, 'utf8')).toBe('a: 1\n');
  expect(readdirSync(join(folder, 'deep'))).toEqual(['a.yaml']);
});

test('who may do what with a file stays, and a link stays a link', async () => {
  const [file, link] = [join(folder, 'a.yaml'), join(folder, 'link.yaml')];
  writeFileSync(file, 'a: 1\n');
  chmodSync(file, 0o640);
  symlinkSync(file, link);
  await writeAtomically(link, 'a: 2\n');
  expect(readFileSync(file, 'utf8')).toBe('a: 2\n');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'link.yaml']);
});

test('what cannot be written is a fault, and no draft stays', async () => {
  const file = join(folder, 'a.yaml');
  writeFileSync(file, '');
  await expect(writeAtomically(join(file, 'below.yaml'), '')).rejects.toMatchObject({ code: 'CLI_FILE_UNWRITABLE' });
  await expect(writeAtomically(folder, '')).rejects.toMatchObject({ code: 'CLI_FILE_UNWRITABLE' });
  expect(readdirSync(folder)).toEqual(['a.yaml']);
});

test.skipIf(process.platform === 'win32')(
  'a pipe, as `/dev/stdout` may be one, is written to and stays what it is',
  async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [text] = await Promise.all([readFile(pipe, 'utf8'), writeAtomically(pipe, 'a: 1\n')]);
    expect(text).toBe('a: 1\n');
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  },
);
