import { readText } from '@portolan/contract';
import { describe, expect, test } from 'vitest';
import { convert } from './convert.ts';
import { convertFindingKinds } from './findings.ts';

describe.each(convertFindingKinds.map(kind => [kind.code, kind] as const))('%s', (code, kind) => {
  const found = async (example: typeof kind.bad) => {
    const files = typeof example === 'string' ? { 'asyncapi.yaml': example } : example;
    const [text = '', ...others] = Object.values(files);
    const names = Object.keys(files).slice(1);
    const given = others.map((words, index) => ({ location: names[index] as string, text: words }));
    const { contract } = await readText('asyncapi.yaml', text, () => undefined);
    return convert(text, { to: '3.1.0', files: given, ...(contract && { contract }) }).findings.filter(
      finding => finding.code === code,
    );
  };

  test('is found in its bad example and not in its good one', async () => {
    const [finding] = await found(kind.bad);
    expect(finding).toMatchObject({ code, severity: kind.severity });
    expect(finding?.message).not.toMatch(/\{\w+\}/);
    expect(finding?.range).toBeDefined();
    expect(await found(kind.good)).toEqual([]);
  });
});
