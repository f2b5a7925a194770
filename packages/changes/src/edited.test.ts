import { expect, test } from 'vitest';
import { diff } from './diff.ts';
import { editedDocument } from './edited.test-support.ts';
import { contractOf } from './test-support.ts';

test.each([1, 2, 3, 4, 5])(
  '40 edits of known kinds in 60 channels are 40 changes of the right kinds (seed %i)',
  async seed => {
    const { before, after, expected } = editedDocument(60, 40, seed);
    const changes = diff(await contractOf(before), await contractOf(after));
    expect(changes.map(({ code, verdict }) => `${code} ${verdict}`).sort()).toEqual(expected);
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
  },
);

test('what all messages share is told once, with everything that it concerns', async () => {
  const { before, after } = editedDocument(60, 1, 0);
  const [change, ...others] = diff(await contractOf(before), await contractOf(after));
  expect(others).toEqual([]);
  expect(change).toMatchObject({ verdict: 'breaking', subject: { kind: 'schema', name: 'Address' } });
  expect(change?.operations.length).toBe(60);
  expect(change?.differences.some(({ witness }) => witness)).toBe(true);
});
