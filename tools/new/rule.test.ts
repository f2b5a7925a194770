import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { newRule } from './rule.ts';

test('a new rule is a file of its own that says what to fill in, and an old one is left alone', () => {
  const root = mkdtempSync(join(tmpdir(), 'portolan-new-'));
  try {
    expect(newRule(['channel', 'address-odd'], root)).toContain('packages/checks/src/rules/channel/address-odd.ts');
    const text = readFileSync(join(root, 'packages/checks/src/rules/channel/address-odd.ts'), 'utf8');
    expect(parseSync('rule.ts', text).errors).toEqual([]);
    expect(text).toContain("code: 'CHANNEL_ADDRESS_ODD'");
    expect(text).toContain('channel(channel, { report })');
    expect(() => newRule(['channel', 'address-odd'], root)).toThrow('EEXIST');
    expect(newRule(['channel', '../escape'], root)).toContain('Usage');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
