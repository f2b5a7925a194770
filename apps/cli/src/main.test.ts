import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const PROGRAM = join(import.meta.dirname, '..', 'bin', 'portolan.mjs');

test.skipIf(!existsSync('/dev/full'))(
  'a full disk behind the standard output is CLI_OUTPUT_UNWRITABLE',
  () => {
    const full = openSync('/dev/full', 'w');
    try {
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'rules'], { stdio: ['ignore', full, 'pipe'] });
      expect(String(stderr)).toMatch(/^portolan: The standard output cannot be written: no space left on device\.\n/);
      expect(String(stderr)).toContain('code: CLI_OUTPUT_UNWRITABLE');
      expect(status).toBe(3);
    } finally {
      closeSync(full);
    }
  },
  30_000,
);
