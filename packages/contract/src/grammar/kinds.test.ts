import { expect, test } from 'vitest';
import { PROTOCOLS } from './bindings/protocols.ts';
import { grammarOf } from './check.ts';
import type { Grammar, Kind, ObjectKind } from './kinds.ts';

const grammars = [
  { version: '2.6.0', grammar: grammarOf('2.6.0') as Grammar, minors: ['2.1', '2.2', '2.3', '2.4', '2.5', '2.6'] },
  { version: '3.1.0', grammar: grammarOf('3.1.0') as Grammar, minors: ['2.1', '3.1'] },
];

test('there are grammars for 2.x and 3.x, and none for anything else', () => {
  expect(grammarOf('2.0.0')).toBe(grammarOf('2.6.0'));
  expect(grammarOf('3.0.0')).toBe(grammarOf('3.1.0'));
  expect(grammarOf('1.2.0')).toBeUndefined();
  expect(grammarOf('4.0.0')).toBeUndefined();
});

test.each(grammars)('the grammar of $version is plain data', ({ grammar }) => {
  expect(JSON.parse(JSON.stringify(grammar))).toEqual(grammar);
});

test.each(grammars)('every kind that the grammar of $version names is in it', ({ grammar }) => {
  const names = [...kindsIn(grammar)].flatMap(kind => (kind.is === 'named' ? [kind.name] : []));
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter(name => !(name in grammar))).toEqual([]);
});

test.each(grammars)('fields of $version come and go with versions that there are', ({ grammar, minors }) => {
  const objects = [...kindsIn(grammar)].filter(isObject);
  const ofBindings = objects.flatMap(kind => kind.versions ?? []);
  for (const { fields, versions = [...minors, ...ofBindings] } of objects) {
    for (const { since, until } of Object.values(fields)) {
      if (since !== undefined) expect(versions).toContain(since);
      if (until !== undefined) expect(versions).toContain(until);
    }
  }
});

test.each(grammars)('nine of ten fields of $version say what they are, for hover and completion', ({ grammar }) => {
  const fields = [...kindsIn(grammar)].filter(isObject).flatMap(kind => Object.values(kind.fields));
  expect(fields.filter(({ says }) => says === '')).toEqual([]);
  expect(fields.filter(({ says }) => says !== undefined).length / fields.length).toBeGreaterThan(0.9);
});

test('every protocol has all four places', () => {
  for (const protocol of Object.values(PROTOCOLS)) {
    expect(Object.keys(protocol)).toEqual(['server', 'channel', 'operation', 'message']);
  }
});

function isObject(kind: Kind): kind is ObjectKind {
  return kind.is === 'object';
}

/** All kinds that a grammar holds, at any depth. */
function* kindsIn(value: unknown): Generator<Kind> {
  if (value === null || typeof value !== 'object') return;
  if ('is' in value && typeof value.is === 'string') yield value as Kind;
  for (const inner of Object.values(value)) yield* kindsIn(inner);
}
