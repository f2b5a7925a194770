import { expect, test } from 'vitest';
import { safePath } from './safe-path.ts';

test.each(['/', '/map', '/services/orders?tab=docs#top', '/search?q=a%2Fb&next=//example.com', '/a//b'])(
  '%s is a page of ours',
  path => {
    expect(safePath(path)).toBe(path);
  },
);

test.each([
  undefined,
  '',
  'map',
  'https://evil.example.com/',
  '//evil.example.com',
  '///evil.example.com',
  '/\\evil.example.com',
  '\\\\evil.example.com',
  '/\t/evil.example.com',
  '/%09/../\\evil.example.com',
  '/\n//evil.example.com',
  ' //evil.example.com',
  'javascript:alert(1)',
  '/..//evil.example.com',
  '/./\\evil.example.com',
  '/api/v1/sign-in',
  `/${'x'.repeat(3_000)}`,
])('%j is none, and leads to the first page', path => {
  expect(safePath(path)).toBe('/');
});
