import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Example, Finding, FindingKind } from '@portolan/base';
import { chartFindingKinds, relate } from '@portolan/chart';
import { rules, settingsFindingKinds } from '@portolan/checks';
import { findingKinds as readingKinds, readText } from '@portolan/contract';
import { faults, gatherEvidence } from '@portolan/control';
import { evidenceFindingKinds } from '@portolan/evidence';
import { describe, expect, test } from 'vitest';
import { rewritingKinds } from '../gen/rewriting.ts';
import { settledExample } from '../gen/settled-example.ts';

/** What reading says about an example, whose first file is the entry. Nobody answers at `https://refused.invalid`. */
async function reading(example: Example): Promise<readonly Finding[]> {
  const files = typeof example === 'string' ? { 'asyncapi.yaml': example } : example;
  const [location, text] = Object.entries(files)[0] as [string, string];
  const load = (name: string) => {
    if (name.startsWith('https://refused.invalid/'))
      throw faults.REMOTE_UNREACHABLE({ url: name, reason: 'no answer' });
    return files[name];
  };
  return (await readText(location, text, load)).findings;
}

/** What relating says when each file of an example is a document of its own. */
async function relating(example: Example): Promise<readonly Finding[]> {
  const documents = Object.entries(example).map(async ([path, text]) => {
    const { contract } = await readText(path, text, () => undefined);
    if (!contract) throw new Error(`${path} is no AsyncAPI document`);
    return { id: `examples/${path}`, source: 'examples', path, contract };
  });
  return relate(await Promise.all(documents)).findings;
}

/** What gathering the evidence in a folder says, with the settings in it. */
async function readingEvidence(example: Example): Promise<readonly Finding[]> {
  const root = await mkdtemp(join(tmpdir(), 'portolan-evidence-'));
  try {
    for (const [location, text] of Object.entries(example)) {
      await mkdir(dirname(join(root, location)), { recursive: true });
      await writeFile(join(root, location), text as string);
    }
    return (await gatherEvidence(root)).findings;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const all: readonly FindingKind[] = [
  ...readingKinds,
  ...chartFindingKinds,
  ...settingsFindingKinds,
  ...evidenceFindingKinds,
  ...rules,
  ...rewritingKinds,
];

test('every kind of finding has its code, its words, its reason, its help and two examples', () => {
  expect(all.length).toBeGreaterThan(20);
  const incomplete = all.filter(({ code, says, why, help, bad, good }) => {
    return !/^[A-Z]+(_[A-Z0-9]+)+$/.test(code) || [says, why, help].some(text => text.trim() === '') || bad === good;
  });
  expect(incomplete.map(({ code }) => code)).toEqual([]);
});

test('no two kinds share a code', () => {
  const codes = all.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

// Rules and rewriting have tests of their own beside them.
const reached = [
  ...readingKinds.map(kind => [kind.code, kind, reading] as const),
  ...chartFindingKinds.map(kind => [kind.code, kind, relating] as const),
  ...evidenceFindingKinds.map(kind => [kind.code, kind, readingEvidence] as const),
  ...settingsFindingKinds.map(
    kind => [kind.code, kind, async (example: Example) => (await settledExample(kind, example)).findings] as const,
  ),
];
describe.each(reached)('%s', (code, kind, find) => {
  test('is found in its bad example and not in its good one', async () => {
    const found = (await find(kind.bad)).filter(finding => finding.code === code);
    expect(found[0]).toMatchObject({ code, severity: kind.severity });
    expect(found[0]?.message).not.toMatch(/\{\w+\}/);
    expect((await find(kind.good)).filter(finding => finding.code === code)).toEqual([]);
  });
});
