import { expect, test } from 'vitest';
import { blocksOf, runsOf } from './prose.ts';

test('paragraphs are parted by empty lines, and a line break inside one is a blank', () => {
  expect(blocksOf('One\ntwo.\n\nThree.')).toEqual([
    { kind: 'paragraph', runs: [{ kind: 'text', text: 'One two.' }] },
    { kind: 'paragraph', runs: [{ kind: 'text', text: 'Three.' }] },
  ]);
});

test('lists keep their items, and indented lines continue one', () => {
  expect(blocksOf('- first\n  goes on\n- second')).toEqual([
    {
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'text', text: 'first goes on' }], [{ kind: 'text', text: 'second' }]],
    },
  ]);
});

test('headings and fenced code stand on their own', () => {
  expect(blocksOf('## Use\n```json\n{ "a": 1 }\n```\nDone')).toEqual([
    { kind: 'heading', runs: [{ kind: 'text', text: 'Use' }] },
    { kind: 'code', text: '{ "a": 1 }' },
    { kind: 'paragraph', runs: [{ kind: 'text', text: 'Done' }] },
  ]);
});

test('a fence that is never closed takes the rest and loses nothing', () => {
  expect(blocksOf('```\nrest')).toEqual([{ kind: 'code', text: 'rest' }]);
});

test('code, strength, emphasis and links inside a line', () => {
  expect(runsOf('Set `a_b` to **one** or *two*, see [docs](https://example.com/x).')).toEqual([
    { kind: 'text', text: 'Set ' },
    { kind: 'code', text: 'a_b' },
    { kind: 'text', text: ' to ' },
    { kind: 'strong', text: 'one' },
    { kind: 'text', text: ' or ' },
    { kind: 'emphasis', text: 'two' },
    { kind: 'text', text: ', see ' },
    { kind: 'link', text: 'docs', href: 'https://example.com/x' },
    { kind: 'text', text: '.' },
  ]);
});

test('a name with underscores is not emphasis, and a bare address is a link without its full stop', () => {
  expect(runsOf('order_placed_v1 at https://example.com/a.')).toEqual([
    { kind: 'text', text: 'order_placed_v1 at ' },
    { kind: 'link', text: 'https://example.com/a', href: 'https://example.com/a' },
    { kind: 'text', text: '.' },
  ]);
});

test('an address that would run code is not a link, and HTML stays text', () => {
  expect(runsOf('[click](javascript:alert) <b>x</b>')).toEqual([
    { kind: 'text', text: 'click' },
    { kind: 'text', text: ' <b>x</b>' },
  ]);
});
