import { keysOf } from '@portolan/base';
import { parse } from '@portolan/contract/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentsOf, laidOut, pointers } from '../laid-out.test-support.ts';
import { apply, applyAll, type Edit } from './edit.ts';
import { insertItem, insertMember } from './insert.ts';
import { removeMember } from './remove.ts';
import { renameKey, replaceValue } from './replace.ts';

const location = 'asyncapi.yaml';
const file = (text: string) => ({ location, text });
const at = (pointer: string) => ({ pointer });

const text = `# Orders of the shop.
asyncapi: 3.1.0
info:
  title: Orders # what people call it
  # Counted by hand.
  version: '1.0.0'
  tags:
    - name: a
      description: first
    # the second
    - { name: b, description: "second" }
channels: {}
`;

test('an edit changes its stretch of text and nothing else', () => {
  const edit = (start: number, end: number, words: string): Edit => ({ location, start, end, text: words });
  expect(apply('one two three', [edit(8, 13, 'four'), edit(0, 3, '1'), edit(3, 3, ',')])).toBe('1, two four');
  expect(applyAll([file('a'), { location: 'b', text: 'b' }], [{ ...edit(0, 1, 'c'), location: 'b' }])).toEqual([
    { location: 'b', text: 'c' },
  ]);
});

test('edits that do not fit together or do not fit the text are refused', () => {
  const edit = (start: number, end: number): Edit => ({ location, start, end, text: '' });
  expect(() => apply('one two', [edit(0, 4), edit(3, 5)])).toThrow(
    expect.objectContaining({ code: 'REWRITE_EDIT_OVERLAP' }),
  );
  expect(() => apply('one two', [edit(4, 9)])).toThrow(expect.objectContaining({ code: 'REWRITE_EDIT_OUTSIDE' }));
});

test('a value is replaced in the style of the old one', () => {
  const replaced = (pointer: string, value: unknown) => apply(text, replaceValue(file(text), at(pointer), value));
  expect(replaced('/info/title', 'Order events')).toBe(text.replace('Orders #', 'Order events #'));
  expect(replaced('/info/title', 'a: b')).toBe(text.replace('Orders #', "'a: b' #"));
  expect(replaced('/info/version', '2.0.0')).toBe(text.replace("'1.0.0'", "'2.0.0'"));
  expect(replaced('/info/tags/1/description', "it's")).toBe(text.replace('"second"', '"it\'s"'));
  expect(replaced('/channels', { a: { address: null } })).toBe(text.replace('{}', '{ a: { address: null } }'));
  expect(replaced('/asyncapi', '3.2.0')).toBe(text.replace('3.1.0', '3.2.0'));
});

test('a key is renamed, unless the name is taken', () => {
  expect(apply(text, renameKey(file(text), at('/info/title'), 'x-title'))).toBe(text.replace('title: O', 'x-title: O'));
  expect(() => renameKey(file(text), at('/info/title'), 'version')).toThrow(
    expect.objectContaining({ code: 'REWRITE_EDIT_KEY_TAKEN' }),
  );
});

test('a member is put in on a line of its own, or between brackets', () => {
  const inserted = (pointer: string, key: string, value: unknown, after?: string) =>
    apply(text, insertMember(file(text), at(pointer), key, value, after));
  expect(inserted('/info', 'description', 'All of them.', 'title')).toContain(
    '  title: Orders # what people call it\n  description: All of them.\n  # Counted',
  );
  expect(inserted('/info/tags/0', 'externalDocs', { url: 'https://example.com' })).toContain(
    '      description: first\n      externalDocs:\n        url: https://example.com\n    # the second\n',
  );
  expect(inserted('/info/tags/1', 'x-a', [1])).toContain('{ name: b, description: "second", x-a: [1] }');
  expect(inserted('/channels', 'a', {})).toContain('channels: { a: {} }\n');
  expect(apply(text, insertItem(file(text), at('/info/tags'), { name: 'c' }))).toContain('"second" }\n    - name: c\n');
  expect(apply('a:\nb: 1\n', insertMember(file('a:\nb: 1\n'), at('/a'), 'c', 1))).toBe('a:\n  c: 1\nb: 1\n');
});

test('JSON stays JSON', () => {
  const json = '{\n  "info": {\n    "title": "Orders"\n  },\n  "tags": ["a", "b"]\n}\n';
  const member = apply(json, insertMember(file(json), at('/info'), 'version', '1.0.0'));
  expect(member).toContain('    "title": "Orders",\n    "version": "1.0.0"\n  }');
  expect(apply(json, insertItem(file(json), at('/tags'), { name: 'c' }))).toContain('["a", "b", { "name": "c" }]');
  expect(apply(json, removeMember(file(json), at('/tags')))).toBe('{\n  "info": {\n    "title": "Orders"\n  }\n}\n');
  expect(apply(json, removeMember(file(json), at('/tags/0')))).toContain('"tags": ["b"]');
  expect(apply(json, replaceValue(file(json), at('/info/title'), 'a\nb'))).toContain('"title": "a\\nb"');
});

test('a member goes with its lines and the comments about it', () => {
  const removed = (pointer: string) => apply(text, removeMember(file(text), at(pointer)));
  expect(removed('/info/version')).toBe(text.replace("  # Counted by hand.\n  version: '1.0.0'\n", ''));
  expect(removed('/info/title')).toBe(text.replace('  title: Orders # what people call it\n', ''));
  expect(removed('/info/tags/1')).toBe(
    text.replace('    # the second\n    - { name: b, description: "second" }\n', ''),
  );
  expect(removed('/info/tags/0/name')).toContain('    - description: first\n');
  expect(apply('a:\n  b: 1\nc: 2\n', removeMember(file('a:\n  b: 1\nc: 2\n'), at('/a/b')))).toBe('a: {}\nc: 2\n');
  expect(apply('a:\n- b\nc: 2\n', removeMember(file('a:\n- b\nc: 2\n'), at('/a/0')))).toBe('a: []\nc: 2\n');
});

test('what aliases need, and what stands behind them, is left alone', () => {
  const shared = 'base: &b { x: 1 }\nown: *b\nmore:\n  <<: *b\n';
  expect(() => removeMember(file(shared), at('/base'))).toThrow(
    expect.objectContaining({ code: 'REWRITE_EDIT_ANCHOR_IN_USE' }),
  );
  for (const pointer of ['/own/x', '/more/x', '/none', '']) {
    expect(() => replaceValue(file(shared), at(pointer), 2)).toThrow(
      expect.objectContaining({ code: 'REWRITE_EDIT_NO_MEMBER' }),
    );
  }
  expect(() => replaceValue(file('a: [1\n'), at('/a'), 2)).toThrow(
    expect.objectContaining({ code: 'REWRITE_UNREADABLE' }),
  );
});

/** A copy of some data with one member changed. */
function changed(
  data: unknown,
  pointer: string,
  change: (parent: Record<string, unknown>, key: string) => void,
): unknown {
  const copy = structuredClone(data) as Record<string, unknown>;
  const keys = keysOf(pointer);
  const last = keys.pop() as string;
  change(
    keys.reduce((value, key) => value[key] as Record<string, unknown>, copy),
    last,
  );
  return copy;
}

const dataOf = (words: string) => {
  const { value, findings } = parse(location, words);
  expect(findings).toEqual([]);
  return value;
};

/** A laid-out text and one of its places. */
const placed = fc.tuple(laidOut, fc.nat()).map(([words, index]) => {
  const all = pointers(parse(location, words).value);
  return { words, pointer: all[index % all.length] as string };
});

const scalars = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('a: b', 'x\ny\n', '- z', '1.0', 'yes'),
  fc.integer(),
);

test('after any replacement only that member differs, and every comment is there', () => {
  fc.assert(
    fc.property(placed, scalars, ({ words, pointer }, value) => {
      const before = dataOf(words);
      const old = keysOf(pointer).reduce((found, key) => (found as Record<string, unknown>)[key], before);
      fc.pre(old === null || typeof old !== 'object');
      const after = apply(words, replaceValue(file(words), at(pointer), value));
      expect(dataOf(after)).toEqual(changed(before, pointer, (parent, key) => (parent[key] = value)));
      expect(commentsOf(after)).toEqual(commentsOf(words));
    }),
    { numRuns: 300 },
  );
});

test('after any renaming only that key differs', () => {
  fc.assert(
    fc.property(placed, fc.string({ minLength: 1, maxLength: 8 }), ({ words, pointer }, name) => {
      const before = dataOf(words);
      const key = keysOf(pointer).at(-1) as string;
      const parent = keysOf(pointer)
        .slice(0, -1)
        .reduce((found, step) => (found as Record<string, unknown>)[step], before);
      fc.pre(!Array.isArray(parent) && name !== '__proto__' && name !== '<<' && !Object.hasOwn(parent as object, name));
      const after = apply(words, renameKey(file(words), at(pointer), name));
      const expected = changed(before, pointer, map => {
        map[name] = map[key];
        delete map[key];
      });
      expect(dataOf(after)).toEqual(expected);
      expect(commentsOf(after)).toEqual(commentsOf(words));
    }),
    { numRuns: 300 },
  );
});

test('after any removal only that member is gone', () => {
  fc.assert(
    fc.property(placed, ({ words, pointer }) => {
      const before = dataOf(words);
      const after = apply(words, removeMember(file(words), at(pointer)));
      const expected = changed(before, pointer, (parent, key) => {
        if (Array.isArray(parent)) parent.splice(Number(key), 1);
        else delete parent[key];
      });
      expect(dataOf(after)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('after any insertion only that member is new, and every comment is there', () => {
  const additions = fc.oneof(scalars, fc.constantFrom({ a: { b: [1, { c: 'x\ny' }] } }, [], {}, [{ name: 'a' }]));
  fc.assert(
    fc.property(placed, additions, fc.boolean(), ({ words, pointer }, value, atEnd) => {
      const before = dataOf(words);
      const target = keysOf(pointer).reduce((found, key) => (found as Record<string, unknown>)[key], before);
      const list = Array.isArray(target);
      fc.pre(target === null || (typeof target === 'object' && !Object.hasOwn(target, 'new one')));
      const after = atEnd || target === null ? undefined : Object.keys(target)[0];
      const edits = list
        ? insertItem(file(words), at(pointer), value)
        : insertMember(file(words), at(pointer), 'new one', value, after);
      const expected = changed(before, pointer, (parent, key) => {
        parent[key] = list ? [...target, value] : { ...target, 'new one': value };
      });
      expect(dataOf(apply(words, edits))).toEqual(expected);
      expect(commentsOf(apply(words, edits))).toEqual(commentsOf(words));
    }),
    { numRuns: 300 },
  );
});
