import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { looksLikeAsyncApi, readText } from '@portolan/contract';
import { bundle, convert, format, split } from '@portolan/rewrite';
import { describe, expect, test } from 'vitest';
import { diff } from './diff.ts';

const root = join(import.meta.dirname, '../../..');

function load(location: string): string | undefined {
  try {
    return readFileSync(join(root, location), 'utf8');
  } catch {
    return undefined;
  }
}

const paths = globSync('{examples,corpus/asyncapi-spec,corpus/asyncapi-tck}/**/*.{yaml,yml,json}', { cwd: root });
const documents = paths
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => !/\/invalid[^/]*$/.test(path) && looksLikeAsyncApi(load(path) ?? ''))
  .sort();

test('there are documents to try', () => {
  expect(documents.length).toBeGreaterThan(150);
});

describe.each(documents)('%s', location => {
  test('has not changed when it only is written otherwise', async () => {
    const text = load(location) as string;
    const { contract, files } = await readText(location, text, load);
    if (!contract) throw new Error('is no document');
    const apart = split(text, { location, folder: 'out' });
    const parts = new Map(apart.map(file => [file.location, file.text]));
    const changes = async (made: string, place = location) => {
      const { contract: after } = await readText(place, made, name => parts.get(name) ?? load(name));
      if (!after) throw new Error('is no document any more');
      return diff(contract, after).map(({ id, says }) => `${id}: ${says}`);
    };
    const options = { location, files, contract };
    expect(await changes(format(text, location)), 'formatted').toEqual([]);
    expect(await changes(bundle(text, options).text), 'bundled').toEqual([]);
    expect(await changes(apart[0]?.text ?? '', apart[0]?.location), 'split').toEqual([]);
    expect(await changes(convert(text, { ...options, to: '3.1.0' }).text), 'converted').toEqual([]);
  });
});
