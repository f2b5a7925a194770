import { expect, test } from 'vitest';
import { inLanguage } from './language.ts';
import { rebase } from './rebase.ts';

test('YAML becomes JSON and JSON becomes YAML', () => {
  const yaml = "a: &a [1, 'x']\nb: *a\n";
  const json = '{\n  "a": [\n    1,\n    "x"\n  ],\n  "b": [\n    1,\n    "x"\n  ]\n}\n';
  expect(inLanguage(yaml, 'a.yaml', 'json')).toBe(json);
  expect(inLanguage(json, 'a.json', 'yaml')).toBe('a:\n  - 1\n  - x\nb:\n  - 1\n  - x\n');
});

test('what is in the right language already is not touched', () => {
  expect(inLanguage('a:   1 # one\n', 'a.yaml', 'yaml')).toBe('a:   1 # one\n');
  expect(inLanguage('{"a":1}', 'a.json', 'json')).toBe('{"a":1}');
});

test('what cannot be read is refused', () => {
  for (const text of ['a: [', 'a: 1\na: 2\n']) {
    expect(() => inLanguage(text, 'a.yaml', 'json')).toThrow(expect.objectContaining({ code: 'REWRITE_UNREADABLE' }));
  }
});

test('in another folder, references lead where they led before', () => {
  const text = `asyncapi: 3.1.0
channels:
  a: { $ref: './channels/a.yaml' }
  b: { $ref: '#/channels/a' }
  c: { $ref: 'https://example.com/c.yaml' }
`;
  expect(rebase(text, 'specs/orders.yaml', 'specs/shop.yaml')).toBe(text);
  expect(rebase(text, 'specs/orders.yaml', 'out/deep/orders.yaml')).toBe(
    text.replace('./channels/a.yaml', '../../specs/channels/a.yaml'),
  );
});
