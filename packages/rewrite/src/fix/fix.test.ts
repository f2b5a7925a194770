import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fix } from '@portolan/base';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { apply } from '../edit/edit.ts';
import { applyFixes } from './apply-fixes.ts';
import { editsOf } from './edits-of.ts';
import { unifiedDiff } from './unified-diff.ts';

const text = `asyncapi: 3.1.0 # the version
info:
  titel: Orders   # what it is called
  version: '1.0'
tags: []
`;
const files = [{ location: 'a.yaml', text }];
const origin = (pointer: string) => ({ source: 'a.yaml', pointer });
const fixed = (...steps: Fix['steps']) => apply(text, editsOf({ says: 'Mend it', steps }, files));

test('each kind of step changes its place and nothing else', () => {
  const rename = { do: 'rename', origin: origin('/info/titel'), key: 'title' } as const;
  expect(fixed(rename)).toBe(text.replace('titel', 'title'));
  const replace = { do: 'replace', origin: origin('/info/version'), value: '1.0.0' } as const;
  expect(fixed(replace)).toBe(text.replace("'1.0'", "'1.0.0'"));
  expect(fixed({ do: 'remove', origin: origin('/tags') })).toBe(text.replace('tags: []\n', ''));
  const insert = { do: 'insert', origin: origin('/info'), key: 'description', value: 'Takes orders.' } as const;
  expect(fixed(insert)).toBe(text.replace("'1.0'\n", "'1.0'\n  description: Takes orders.\n"));
  const append = { do: 'append', origin: origin('/tags'), value: 'sales' } as const;
  expect(fixed(append)).toContain('tags: [sales]');
  expect(fixed(rename, replace)).toBe(text.replace('titel', 'title').replace("'1.0'", "'1.0.0'"));
});

test('a step in a file that is not at hand is refused', () => {
  const step = { do: 'remove', origin: { source: 'b.yaml', pointer: '/x' } } as const;
  expect(() => editsOf({ says: '', steps: [step] }, files)).toThrow(
    expect.objectContaining({ code: 'REWRITE_EDIT_NO_MEMBER' }),
  );
});

test('fixes that touch each other are made one after the other, and impossible ones are refused with the reason', () => {
  const make = (name: string, ...steps: Fix['steps']) => ({ name, fix: { says: name, steps } });
  const result = applyFixes(
    [
      make('rename', { do: 'rename', origin: origin('/info/titel'), key: 'title' }),
      make('remove what was renamed', { do: 'remove', origin: origin('/info/titel') }),
      make('elsewhere', { do: 'remove', origin: origin('/tags') }),
      make('nowhere', { do: 'remove', origin: origin('/servers') }),
    ],
    files,
  );
  expect(result.applied.map(({ name }) => name)).toEqual(['rename', 'elsewhere']);
  expect(result.later.map(({ name }) => name)).toEqual(['remove what was renamed']);
  expect(result.refused).toMatchObject([{ item: { name: 'nowhere' }, reason: /no text of its own at `\/servers`/ }]);
  expect(result.files).toEqual([
    { location: 'a.yaml', text: text.replace('titel', 'title').replace('tags: []\n', '') },
  ]);
});

test('a diff shows the change with three lines around it', () => {
  expect(unifiedDiff('a.yaml', text, text.replace('titel', 'title'))).toBe(`--- a/a.yaml
+++ b/a.yaml
@@ -1,5 +1,5 @@
 asyncapi: 3.1.0 # the version
 info:
-  titel: Orders   # what it is called
+  title: Orders   # what it is called
   version: '1.0'
 tags: []
`);
  expect(unifiedDiff('a.yaml', text, text)).toBe('');
});

const hasPatch = spawnSync('patch', ['--version']).status === 0;

test.skipIf(!hasPatch)('`patch` makes the new text of the old one by the diff, whatever they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-diff-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'd\n'), { maxLength: 14 });
  const texts = fc.tuple(lines, fc.constantFrom('', 'end')).map(([all, last]) => all.join('') + last);
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const diff = unifiedDiff('f', before, after);
      if (diff === '') return before === after;
      writeFileSync(join(folder, 'f'), before);
      execFileSync('patch', ['-s', '-p1', '--posix', '--no-backup-if-mismatch'], {
        cwd: folder,
        input: diff,
        stdio: 'pipe',
      });
      let found = '';
      try {
        found = readFileSync(join(folder, 'f'), 'utf8');
      } catch {
        // An empty result may be a file that is gone.
      }
      return found === after;
    }),
    { numRuns: 60 },
  );
});
