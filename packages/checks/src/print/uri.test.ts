import { expect, test } from 'vitest';
import { uriOf } from './uri.ts';

test.each([
  ['specs/orders.yaml', 'specs/orders.yaml'],
  ['my specs/50%/a#b?.yaml', 'my%20specs/50%25/a%23b%3F.yaml'],
  ['c:d.yaml', 'c%3Ad.yaml'],
  ['../shared.yaml', '../shared.yaml'],
  ['/srv/specs/a.yaml', 'file:///srv/specs/a.yaml'],
  ['C:\\specs\\a b.yaml', 'file:///C:/specs/a%20b.yaml'],
  ['https://example.com/a%20b.yaml', 'https://example.com/a%20b.yaml'],
  ['https://example.com/a b/100%.yaml', 'https://example.com/a%20b/100%25.yaml'],
  ['\ud800.yaml', '%EF%BF%BD.yaml'],
])('%j is %s', (location, uri) => {
  expect(uriOf(location)).toBe(uri);
});
