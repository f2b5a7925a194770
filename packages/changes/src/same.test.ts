import { expect, test } from 'vitest';
import { diff } from './diff.ts';
import { editedDocument, randomOf } from './edited.test-support.ts';
import { changeRules } from './kinds/index.ts';
import { contractOf } from './test-support.ts';

const documents = changeRules.map(rule => rule.before).filter(text => text !== '');

test('nothing changed between a document and itself', async () => {
  for (const text of documents) {
    const contract = await contractOf(text);
    expect(diff(contract, contract)).toEqual([]);
    expect(diff(contract, await contractOf(text))).toEqual([]);
  }
});

test('the order of keys never matters', async () => {
  const { before, after } = editedDocument(60, 40, 7);
  for (const seed of [1, 2, 3]) {
    const mixed = JSON.stringify(shuffledKeys(JSON.parse(after), randomOf(seed)));
    expect(diff(await contractOf(after), await contractOf(mixed))).toEqual([]);
    const told = (text: string) => contractOf(text).then(async other => diff(await contractOf(before), other));
    // Names that several things share are told apart by numbers, which come from their order.
    const facts = async (text: string) =>
      (await told(text)).map(it => `${it.code} ${it.verdict} ${it.after?.pointer}`).sort();
    expect(await facts(mixed)).toEqual(await facts(after));
  }
});

test('back again, what was added is removed, and everything else is told once too', async () => {
  const { before, after } = editedDocument(60, 40, 9);
  const [first, second] = [await contractOf(before), await contractOf(after)];
  expect(diff(second, first).length).toBe(diff(first, second).length);
});

function shuffledKeys(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map(item => shuffledKeys(item, random));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(entry => ({ entry, order: random() }));
  entries.sort((a, b) => a.order - b.order);
  return Object.fromEntries(entries.map(({ entry: [key, member] }) => [key, shuffledKeys(member, random)]));
}
