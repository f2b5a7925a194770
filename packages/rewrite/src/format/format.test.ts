import { readText } from '@portolan/contract';
import { parse } from '@portolan/contract/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examples, load, official } from '../documents.test-support.ts';
import { commentsOf, laidOut } from '../laid-out.test-support.ts';
import { mustSayTheSame } from '../tree/faithful.ts';
import { format } from './format.ts';

const untidy = `# The shop's orders.
info:
    x-owner: till-team
    version: 1.0.0   # counts up
    description: >-
        Everything that happens
        to an order.
    # What people call it.
    title: "Orders"
channels:
    placed:
        bindings: { kafka: {partitions: 3, topic: orders} }
        messages:
            placed:
                payload:
                    properties:
                        id: {minimum: 1, type: integer}
                    type: object
        address: orders.placed
asyncapi: 3.1.0
`;

test('members stand in one order, two spaces further in, with their comments', () => {
  expect(format(untidy)).toBe(`asyncapi: 3.1.0
# The shop's orders.
info:
  # What people call it.
  title: "Orders"
  version: 1.0.0 # counts up
  description: >-
    Everything that happens
    to an order.
  x-owner: till-team
channels:
  placed:
    address: orders.placed
    messages:
      placed:
        payload:
          type: object
          properties:
            id: { type: integer, minimum: 1 }
    bindings: { kafka: { partitions: 3, topic: orders } }
`);
});

test('JSON stays JSON, Windows line ends stay, and what stood on one line stays there', () => {
  const json = '{"info":{"version":"1.0.0","title":"Orders"},\r\n"channels":{},"asyncapi":"3.1.0"}';
  expect(format(json)).toBe(
    '{\r\n  "asyncapi": "3.1.0",\r\n  "info": { "title": "Orders", "version": "1.0.0" },\r\n  "channels": {}\r\n}\r\n',
  );
});

test('files that are no AsyncAPI document keep their order', () => {
  expect(format('b:\n    a: 1\na: 2\n')).toBe('b:\n  a: 1\na: 2\n');
});

test('a text that cannot be read is refused', () => {
  for (const text of ['a: [1', 'a: 1\na: 2\n', 'a: 1\n---\nb: 2\n']) {
    expect(() => format(text)).toThrow(expect.objectContaining({ code: 'REWRITE_UNREADABLE' }));
  }
});

test('a result that would say something else is never returned', () => {
  expect(() => mustSayTheSame('a.yaml', 'a: 1\nb: [x]\n', '{ b: [x], a: 1 }')).not.toThrow();
  for (const after of ['a: 1\n', 'a: 1\nb: [y]\n', 'a: 1\nb: { "0": x }\n', 'a: 1\nb: [x]\nc: 1\n']) {
    expect(() => mustSayTheSame('a.yaml', 'a: 1\nb: [x]\n', after)).toThrow(
      expect.objectContaining({ code: 'REWRITE_NOT_FAITHFUL' }),
    );
  }
});

describe.each([...examples, ...official])('%s', location => {
  const text = load(location) as string;

  test('says the same once formatted, and is formatted once and for all', async () => {
    const after = format(text, location);
    const [one, two] = await Promise.all([readText(location, text, load), readText(location, after, load)]);
    expect(two.contract?.digest).toBe(one.contract?.digest);
    expect(format(after, location)).toBe(after);
  });
});

test('whatever the text, nothing is lost and formatting again changes nothing', () => {
  fc.assert(
    fc.property(laidOut, text => {
      const once = format(text);
      expect(format(once)).toBe(once);
      expect(parse('', once).value).toEqual(parse('', text).value);
      expect(commentsOf(once).sort()).toEqual(commentsOf(text).sort());
    }),
    { numRuns: 300 },
  );
});
