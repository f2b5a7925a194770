import { readText } from '@portolan/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundle } from './bundle/bundle.ts';
import { convert } from './convert/convert.ts';
import { exploded } from './exploded.test-support.ts';
import { inWords } from './facts/differences.ts';
import { movedDifferences } from './facts/same.ts';
import { differences, facts } from './facts.test-support.ts';
import { documentTexts } from './generated.test-support.ts';
import { split } from './split/split.ts';

test('whatever the document, its facts are the same in 3.1', async () => {
  await fc.assert(
    fc.asyncProperty(documentTexts, async text => {
      const converted = convert(text, { to: '3.1.0' });
      const [before, after] = await Promise.all([
        readText('asyncapi.yaml', text, () => undefined),
        readText('asyncapi.yaml', converted.text, () => undefined),
      ]);
      const changed = differences(facts(before.contract), facts(after.contract));
      // Components that nobody uses are told by the exceptions of their own.
      expect(changed.filter(difference => !difference.startsWith('/unused'))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('whatever the document, it says the same in many files, and in one again', async () => {
  await fc.assert(
    fc.asyncProperty(documentTexts, fc.boolean(), async (text, newer) => {
      const whole = newer ? convert(text, { to: '3.1.0' }).text : text;
      const before = await readText('asyncapi.yaml', whole, () => undefined);
      const files = split(whole, { folder: 'out' });
      const entry = files[0]?.text ?? '';
      const load = (name: string) => files.find(({ location }) => location === name)?.text;
      const apart = await readText('out/asyncapi.yaml', entry, load);
      const made = bundle(entry, {
        location: 'out/asyncapi.yaml',
        files: apart.files,
        ...(apart.contract && { contract: apart.contract }),
      });
      const after = await readText('asyncapi.yaml', made.text, () => undefined);
      if (!before.contract || !apart.contract || !after.contract) throw new Error('is no document');
      expect(movedDifferences(before.contract, apart.contract).map(inWords)).toEqual([]);
      expect(movedDifferences(apart.contract, after.contract).map(inWords)).toEqual([]);
      expect(after.contract.sources).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
});

test('whatever stands in other files comes along, and then says the same', async () => {
  const dice = fc.array(fc.nat(9), { minLength: 9, maxLength: 31 });
  await fc.assert(
    fc.asyncProperty(documentTexts, fc.boolean(), dice, async (text, newer, thrown) => {
      const files = exploded(newer ? convert(text, { to: '3.1.0' }).text : text, thrown);
      const entry = files['asyncapi.yaml'] ?? '';
      const before = await readText('asyncapi.yaml', entry, name => files[name]);
      const made = bundle(entry, { files: before.files, ...(before.contract && { contract: before.contract }) });
      const after = await readText('asyncapi.yaml', made.text, () => undefined);
      if (!before.contract || !after.contract) throw new Error('is no document');
      expect(movedDifferences(before.contract, after.contract).map(inWords)).toEqual([]);
      expect(made.text).not.toContain('parts/');
      expect(made.findings).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
