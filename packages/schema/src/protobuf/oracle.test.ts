import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import type { SchemaSource } from '../shape.ts';
import { protobufFlaws } from './check.ts';
import { parseProtobuf } from './parse.ts';

/** The files that come with the language and some of its APIs, as protobufjs carries them. */
const folder = join(dirname(fileURLToPath(import.meta.resolve('protobufjs'))), 'google');
const files = globSync('**/*.proto', { cwd: folder });

describe('texts that everybody compiles', () => {
  test('are there', () => {
    expect(files.length).toBeGreaterThan(5);
  });

  test.each(files)('google/%s has no flaw', name => {
    // One statement in the copy of protobufjs mixes numbers and names, which the grammar of the language does not have.
    const definition = readFileSync(join(folder, name), 'utf8').replace(
      '1, 2, "features"',
      '1, 2; reserved "features"',
    );
    const sources = new Map<string, SchemaSource>();
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      const imports = Object.fromEntries(files.map(other => [`google/${other}`, [`google/${other}`]]));
      sources.set(`google/${file}`, { id: `google/${file}`, format: 'protobuf', definition: text, imports });
    }
    const source = sources.get(`google/${name}`) as SchemaSource;
    expect(protobufFlaws({ ...source, definition }, id => sources.get(id))).toEqual([]);
  });
});

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
const field = fc.record({
  label: fc.constantFrom('', 'repeated ', 'optional '),
  type: fc.constantFrom('int32', 'string', 'bytes', 'map<string, bool>'),
  name,
});
const words = fc.constantFrom(
  'message',
  'enum',
  'option',
  'reserved',
  'oneof',
  'M',
  'a',
  '{',
  '}',
  '=',
  ';',
  '1',
  '"x"',
  'string',
  'to',
  '[',
  ']',
  ',',
  '//',
  '\n',
  '/* */',
);

const parses = (text: string) => {
  try {
    protobuf.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('what protobufjs reads has no mistakes here: generated messages', () => {
  fc.assert(
    fc.property(fc.uniqueArray(field, { selector: one => one.name, maxLength: 6 }), name, (fields, called) => {
      const lines = fields.map(
        ({ label, type, name }, index) => `${type.startsWith('map') ? '' : label}${type} ${name} = ${index + 1};`,
      );
      const text = `syntax = "proto3";\nmessage ${called} {\n${lines.join('\n')}\n}`;
      if (parses(text)) expect([text, parseProtobuf(text).mistakes]).toEqual([text, []]);
    }),
    { numRuns: 300 },
  );
});

test('no heap of words throws or hangs, and what it is made of is found again', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), heap => {
      const file = parseProtobuf(heap.join(' '));
      for (const { spot, message, help } of file.mistakes) {
        expect(spot.start).toBeLessThanOrEqual(spot.end);
        expect(`${message} ${help}`).not.toMatch(/undefined|NaN/);
      }
    }),
    { numRuns: 2_000 },
  );
});
