import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const PROGRAM = join(import.meta.dirname, '../../bin/portolan.mjs');
/** Tells, on the standard error, which modules of Node a run loaded. */
const TELL = "process.on('exit', () => console.error(JSON.stringify(process.moduleLoadList)))";

test('a document that refers to nothing outside is validated without loading what speaks HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-validate-'));
  try {
    const file = join(folder, 'asyncapi.yaml');
    writeFileSync(file, 'asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\n');
    const loaded = modulesOf('validate', file);
    expect(loaded).toContain('NativeModule fs');
    expect(loaded).not.toContain('NativeModule http');
    expect(loaded).not.toContain('NativeModule internal/deps/undici/undici');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function modulesOf(...args: readonly string[]): string[] {
  const hook = `data:text/javascript,${encodeURIComponent(TELL)}`;
  const { stderr } = spawnSync(process.execPath, ['--import', hook, PROGRAM, ...args], { encoding: 'utf8' });
  return JSON.parse(stderr);
}
