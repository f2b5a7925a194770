/** `npm run gen`: writes every generated file of the workspace anew and says which of them changed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GENERATORS, type Generator } from './generators.ts';

const root = join(import.meta.dirname, '..', '..');

/** Writes what differs and gives the paths of it. */
async function write(files: Readonly<Record<string, string>>): Promise<string[]> {
  const changed = [];
  for (const [path, text] of Object.entries(files)) {
    const target = join(root, path);
    if ((await readFile(target, 'utf8').catch(() => undefined)) === text) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    changed.push(path);
  }
  return changed;
}

// One after the other, each loaded only then: later ones read code that earlier ones write.
for (const name of GENERATORS) {
  const { generate }: Generator = await import(pathToFileURL(join(import.meta.dirname, `${name}.ts`)).href);
  for (const path of await write(await generate())) console.info(`wrote ${path}`);
}
