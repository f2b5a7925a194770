import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './folders.ts';

const WEB = join(ROOT, 'apps', 'web');
const SOURCES = ['index.html', 'vite.config.ts', 'package.json', 'src', 'public'].map(name => join(WEB, name));

/** Builds the portal when it was never built, or when a file of it was changed since. */
export async function buildPortal(): Promise<void> {
  const built = changedAt(join(WEB, 'dist', 'index.html'));
  if (built > 0 && SOURCES.every(source => newestIn(source) <= built)) return;
  const { build } = await import('vite');
  await build({ root: WEB, configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' });
}

/** When the newest file in a folder, or the file itself, was changed: milliseconds since 1970. */
function newestIn(path: string): number {
  if (!statSync(path).isDirectory()) return changedAt(path);
  return Math.max(...readdirSync(path).map(name => newestIn(join(path, name))));
}

/** 0 for what is not there. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
