import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const CHECKOUT = join(import.meta.dirname, '..', '..', '..');

/** A text of the examples. */
export interface ExampleText {
  /** Path inside of the folder of the examples. */
  readonly location: string;
  readonly text: string;
}

/** Every document and every part of the examples that is written in YAML or JSON. */
export async function corpusTexts(): Promise<ExampleText[]> {
  const folder = join(CHECKOUT, 'examples');
  const found: ExampleText[] = [];
  for await (const path of glob('*/**/*.{yaml,json}', { cwd: folder })) {
    found.push({ location: path.replaceAll('\\', '/'), text: await readFile(join(folder, path), 'utf8') });
  }
  return found.sort((a, b) => (a.location < b.location ? -1 : 1));
}
