import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GENERATORS, type Generator } from '../gen/generators.ts';
import { files, ROOT, textOf } from './files.ts';

const made: Record<string, string> = {};
for (const name of GENERATORS) {
  const { generate }: Generator = await import(`../gen/${name}.ts`);
  Object.assign(made, await generate());
}

test('generated files are what their generators make; `npm run gen` mends this', () => {
  const stale = Object.entries(made).filter(([path, text]) => !existsSync(join(ROOT, path)) || textOf(path) !== text);
  expect(stale.map(([path]) => path)).toEqual([]);
});

test('every page of docs/reference and every *.gen file is generated', () => {
  const expected = files().filter(path => path.startsWith('docs/reference/') || /\.gen\.\w+$/.test(path));
  expect(expected.filter(path => !(path in made))).toEqual([]);
});

test('every generator of the folder runs', () => {
  const present = files('.ts').filter(
    path => path.startsWith('tools/gen/') && /export (async )?function generate\(/.test(textOf(path)),
  );
  expect(present).toEqual(GENERATORS.map(name => `tools/gen/${name}.ts`).sort());
});
