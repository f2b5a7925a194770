import { readText } from '@portolan/contract';
import { describe, expect, test } from 'vitest';
import { bundle } from './bundle/bundle.ts';
import { convert } from './convert/convert.ts';
import { documents, load } from './documents.test-support.ts';
import { convertedDifferences } from './facts/converted.ts';
import { inWords } from './facts/differences.ts';
import { movedDifferences } from './facts/same.ts';
import { format } from './format/format.ts';
import { split } from './split/split.ts';

const valid = documents('corpus/asyncapi-tck').filter(path => /\/valid[^/]*$/.test(path));

test('there are documents to try', () => {
  expect(valid.length).toBeGreaterThan(100);
});

describe.each(valid)('%s', location => {
  test('says the same whatever is done to it', async () => {
    const text = load(location) as string;
    const { contract, files } = await readText(location, text, load);
    if (!contract) throw new Error('is no document');
    const options = { location, files, contract };
    const apart = split(text, { location, folder: 'out' });
    const parts = new Map(apart.map(file => [file.location, file.text]));
    const again = async (made: string, place = location) => {
      const { contract: after } = await readText(place, made, name => parts.get(name) ?? load(name));
      if (!after) throw new Error('is no document any more');
      return after;
    };
    const converted = await again(convert(text, { ...options, to: '3.1.0' }).text);
    expect(convertedDifferences(contract, converted).map(inWords)).toEqual([]);
    for (const after of [
      await again(format(text, location)),
      await again(bundle(text, options).text),
      await again(apart[0]?.text ?? '', apart[0]?.location),
    ]) {
      expect(movedDifferences(contract, after).map(inWords)).toEqual([]);
    }
  });
});
