import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readText } from '@portolan/contract';
import { describe, expect, test } from 'vitest';
import { documentChanges } from '../documents.ts';
import { changeRules } from './index.ts';

async function sideOf(text: string, name: string) {
  if (text === '') return undefined;
  const { contract, findings, locate } = await readText('asyncapi.yaml', text, () => undefined);
  const errors = findings.filter(({ severity, code }) => severity === 'error' && !code.startsWith('SOURCE_'));
  expect(errors).toEqual([]);
  return { name, locate, ...(contract && { contract }) };
}

describe.each(changeRules.map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  test('is the only change in its example, with its verdict, its words and a place in the text', async () => {
    const [before, after] = [await sideOf(rule.before, 'before.yaml'), await sideOf(rule.after, 'after.yaml')];
    const changes = documentChanges(before, after);
    expect(changes).toMatchObject([{ code, verdict: rule.verdict }]);
    const [change] = changes;
    expect(`${change?.says} ${change?.help}`).not.toMatch(/\{(?!region)\w+\}|undefined|null/);
    for (const [place, side] of [
      [change?.before, before],
      [change?.after, after],
    ] as const)
      if (place) expect(side?.locate(place), JSON.stringify(place)).toBeDefined();
    expect(change?.before ?? change?.after).toBeDefined();
    expect(change?.verdict === 'not-checked').toBe(change?.reason !== undefined);
  });

  test('has words for people', () => {
    for (const words of [rule.says, rule.why, rule.help]) expect(words).toMatch(/[.]$/);
  });
});

test('every kind is listed, and no two share a code', async () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(name =>
    /[\\/]/.test(name),
  );
  const modules = await Promise.all(
    files.filter(name => name.endsWith('.ts')).map(name => import(pathToFileURL(join(import.meta.dirname, name)).href)),
  );
  const rules = modules.flatMap(module => module.default ?? []);
  expect(new Set(changeRules)).toEqual(new Set(rules));
  expect(new Set(changeRules.map(({ code }) => code)).size).toBe(changeRules.length);
});
