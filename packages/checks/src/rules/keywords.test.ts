import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { runRules } from '../engine.ts';
import { rules } from './index.gen.ts';

const choosy = rules.filter(({ keywords }) => keywords);
const thorough = choosy.map(({ keywords, ...rule }) => rule);

test('a rule that names its keywords says what it would say if it looked at every schema', async () => {
  expect(choosy.length).toBeGreaterThan(10);
  let said = 0;
  for (const { bad, good } of rules) {
    for (const example of [bad, good]) {
      const files = typeof example === 'string' ? { 'asyncapi.yaml': example } : example;
      const [location, text] = Object.entries(files)[0] as [string, string];
      const { contract } = await readText(location, text, name => files[name]);
      if (!contract) continue;
      const found = await runRules(contract, choosy);
      expect(found).toEqual(await runRules(contract, thorough));
      said += found.length;
    }
  }
  expect(said).toBeGreaterThan(choosy.length);
});
