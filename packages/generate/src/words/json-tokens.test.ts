import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonTokens } from './json-tokens.ts';

test('keys, texts, numbers and atoms are told apart', () => {
  const kinds = jsonTokens('{"id": "a:1", "n": -2.5e3, "ok": null}').filter(token => token.kind !== 'plain');
  expect(kinds).toEqual([
    { kind: 'key', text: '"id"' },
    { kind: 'string', text: '"a:1"' },
    { kind: 'key', text: '"n"' },
    { kind: 'number', text: '-2.5e3' },
    { kind: 'key', text: '"ok"' },
    { kind: 'atom', text: 'null' },
  ]);
});

test('colouring changes no character of any text', () => {
  fc.assert(
    fc.property(
      fc.string(),
      text =>
        jsonTokens(text)
          .map(token => token.text)
          .join('') === text,
    ),
  );
  fc.assert(
    fc.property(fc.json(), text => {
      expect(
        jsonTokens(text)
          .map(token => token.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
