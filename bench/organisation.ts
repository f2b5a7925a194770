import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { timed } from './measure.ts';

/** Has a generator write an organisation into a folder that goes away afterwards. */
export async function withOrganisation(
  generator: string | undefined,
  services: string,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  if (!generator) {
    console.error('Name a generator: --generator <script> --services 100');
    process.exit(2);
  }
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
  try {
    await timed({ command: process.execPath, args: [resolve(generator), services, folder] });
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
