import { expect, test } from 'vitest';
import { nextPage } from './next-page.ts';

const HERE = 'https://portolan.example.com';

test.each(['/map', '/services/orders?tab=docs#top', '/search?q=//example.com', '/sign-indigo'])(
  '%s is where to go',
  path => {
    expect(nextPage(path, HERE)).toBe(`${HERE}${path}`);
  },
);

test.each([
  undefined,
  '',
  'map',
  'https://evil.example.com',
  '//evil.example.com',
  '/\\evil.example.com',
  '/\t/evil.example.com',
  'javascript:alert(1)',
  '/sign-in?next=/map',
  '/setup',
  '/api/v1/overview',
])('%j leads to the first page', path => {
  expect(nextPage(path, HERE)).toBe(`${HERE}/`);
});

test('a path that browsers would take for a host stays a path', () => {
  expect(new URL(nextPage('/..//evil.example.com', HERE)).origin).toBe(HERE);
});
