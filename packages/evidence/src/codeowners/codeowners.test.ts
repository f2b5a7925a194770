import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCodeowners } from './codeowners.ts';
import { fitsPath } from './path-pattern.ts';

test.each([
  ['*', 'a/b.yaml', true],
  ['*.yaml', 'a/b.yaml', true],
  ['*.yaml', 'a/b.json', false],
  ['/specs/', 'specs/orders/a.yaml', true],
  ['/specs/', 'more/specs/a.yaml', false],
  ['specs/', 'more/specs/a.yaml', true],
  ['specs', 'specs', true],
  ['/specs/orders', 'specs/orders/a.yaml', true],
  ['docs/*', 'docs/a.yaml', true],
  ['docs/*', 'docs/b/a.yaml', false],
  ['docs/**', 'docs/b/a.yaml', true],
  ['**/orders', 'x/y/orders/a.yaml', true],
  ['specs/**/asyncapi.yaml', 'specs/asyncapi.yaml', true],
  ['specs/**/asyncapi.yaml', 'specs/a/b/asyncapi.yaml', true],
  ['/a?c.yaml', 'abc.yaml', true],
])('%s and %s: %s', (pattern, path, expected) => expect(fitsPath(pattern, path)).toBe(expected));

const teamIn = (text: string, path: string) => readCodeowners('CODEOWNERS', text).teamOf(path)?.team;

const github = `# Everybody else's
*                  @shop/platform
/specs/orders/     @jane @shop/orders # two of them
/specs/billing/    billing@example.com
/specs/open/
/my\\ specs/        @shop/space
`;

test('GitHub: the last rule that fits counts, teams before people, and nobody by mail', () => {
  expect(teamIn(github, 'README.md')).toBe('platform');
  expect(teamIn(github, 'specs/orders/asyncapi.yaml')).toBe('orders');
  expect(teamIn(github, 'specs/billing/asyncapi.yaml')).toBeUndefined();
  expect(teamIn(github, 'specs/open/asyncapi.yaml')).toBeUndefined();
  expect(teamIn(github, 'my specs/asyncapi.yaml')).toBe('space');
});

test('the line of the rule is told', () => {
  expect(readCodeowners('CODEOWNERS', github).teamOf('specs/orders/a.yaml')?.origin).toEqual({
    source: 'CODEOWNERS',
    pointer: '',
    inside: { start: { line: 3, column: 1 }, end: { line: 3, column: 52 } },
  });
});

test('GitLab: sections with owners of their own, groups in groups, roles', () => {
  const text = `* @@maintainer
[Specs][2] @shop/events/catalog
/specs/
/specs/orders/ @shop/orders
^[Optional]
*.md @writers
`;
  expect(teamIn(text, 'specs/a.yaml')).toBe('catalog');
  expect(teamIn(text, 'specs/orders/a.yaml')).toBe('orders');
  expect(teamIn(text, 'README.md')).toBe('writers');
  expect(teamIn(text, 'other.yaml')).toBeUndefined();
});

test('any text is read, and no pattern takes long', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, path) => {
      readCodeowners('CODEOWNERS', text).teamOf(path);
      fitsPath(text, path);
    }),
  );
  expect(fitsPath(`${'*a'.repeat(500)}b`, 'a'.repeat(1_000))).toBe(false);
  expect(fitsPath(`${'**/a/'.repeat(200)}b`, 'a/'.repeat(500))).toBe(false);
});
