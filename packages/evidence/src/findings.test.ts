import { describe, expect, test } from 'vitest';
import { readEvidence } from './adapters.ts';
import { evidenceFindingKinds } from './findings.ts';

/** Those that only settings beside the files bring about are tried with the settings, by the laws. */
const alone = evidenceFindingKinds.filter(({ bad }) => !Object.hasOwn(bad as object, 'portolan.yaml'));

describe.each(alone.map(kind => [kind.code, kind] as const))('%s', (code, { bad, good }) => {
  const codesIn = (files: object) =>
    Object.entries(files).flatMap(([location, text]) => readEvidence(location, text)?.findings.map(it => it.code));

  test('is found in its bad example and not in its good one', () => {
    expect(codesIn(bad as object)).toContain(code);
    expect(codesIn(good as object)).toEqual([]);
  });
});
