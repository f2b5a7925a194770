import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from './measure.ts';

/** Apart from the other peers: it needs another version of one of its own dependencies than it asks for. */
const FOLDER = join(import.meta.dirname, '.peers', 'eventcatalog');
const VERSION = '3.48.4';

/**
 * The newest reader of API documents that could be installed whole when this was written: the one that this version of
 * EventCatalog asks for needs packages that the registry did not have.
 */
const OVERRIDES = { '@scalar/api-reference-react': '0.9.74' };

/** Installs EventCatalog, without running install scripts, unless it is there in the right version. */
export async function installEventCatalog(): Promise<{ readonly folder: string; readonly version: string }> {
  const manifest = join(FOLDER, 'node_modules', '@eventcatalog', 'core', 'package.json');
  const installed = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
  if (installed !== VERSION) {
    console.info('Installing @eventcatalog/core into bench/.peers/eventcatalog: 1,400 packages …');
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ private: true, overrides: OVERRIDES }));
    cpSync(join(import.meta.dirname, '..', '.npmrc'), join(FOLDER, '.npmrc'));
    const args = ['install', '--ignore-scripts', '--loglevel=error', `@eventcatalog/core@${VERSION}`];
    await timed({ command: 'npm', args, cwd: FOLDER });
  }
  return { folder: FOLDER, version: VERSION };
}
