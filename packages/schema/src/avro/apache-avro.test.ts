import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { avroNames } from '../links.ts';
import type { SchemaSource } from '../shape.ts';
import { canonicalForm } from './canonical.ts';
import { type FingerprintAlgorithm, fingerprintOf } from './fingerprint.ts';
import { readAvro } from './read.ts';

/** The parsing, canonical form and fingerprint cases of Apache Avro; see NOTICE. */
const corpus = join(import.meta.dirname, '../../../../corpus/apache-avro');
const text = (...path: string[]) => readFileSync(join(corpus, ...path), 'utf8');
const avro = (definition: unknown, others: readonly SchemaSource[] = [], imports?: SchemaSource['imports']) =>
  readAvro({ id: 'it', format: 'avro', definition, ...(imports && { imports }) }, id =>
    others.find(other => other.id === id),
  );

/** What is wrong with a schema given as JSON; a text that is no JSON is wrong as a whole. */
function wrongs(json: string): readonly string[] {
  let definition: unknown;
  try {
    definition = JSON.parse(json);
  } catch (error) {
    return [String(error)];
  }
  return avro(definition)
    .flaws()
    .filter(({ kind }) => kind === 'invalid')
    .map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('schemas of the C implementation', () => {
  test.each(readdirSync(join(corpus, 'pass')))('%s is right', name => {
    expect(wrongs(text('pass', name))).toEqual([]);
  });
  test.each(readdirSync(join(corpus, 'fail')))('%s is wrong', name => {
    expect(wrongs(text('fail', name))).not.toEqual([]);
  });
});

const shared = ['schemas', 'java'].flatMap(folder =>
  readdirSync(join(corpus, folder))
    .filter(name => name.endsWith('.avsc'))
    .map(name => `${folder}/${name}`),
);

test.each(shared)('%s is right', name => {
  expect(wrongs(text(name))).toEqual([]);
});

test('types that other files define are found by name', () => {
  const names = ['ApplicationEvent', 'DocumentInfo', 'MyResponse'];
  const others = names.map(id => ({
    id,
    format: 'avro',
    definition: JSON.parse(text('java/multiple-files', `${id}.avsc`)),
  }));
  const imports = Object.fromEntries(names.map(id => [`model.${id}`, [id]]));
  const event = avro(others[0]?.definition, others, imports);
  expect(avroNames(others[0]?.definition).foreign).toEqual(['model.DocumentInfo']);
  expect(event.flaws()).toEqual([]);
  expect(
    avro(others[0]?.definition)
      .flaws()
      .map(({ message }) => message),
  ).toEqual(['the type `model.DocumentInfo` is defined nowhere']);
});

interface PythonCases {
  readonly cases: readonly {
    readonly schema: string;
    readonly valid: boolean;
    readonly warnings?: readonly string[];
  }[];
  readonly fingerprints: readonly ({ readonly schema: string } & Record<FingerprintAlgorithm, string>)[];
}
const python: PythonCases = JSON.parse(text('python-cases.json'));

describe('schemas of the Python implementation', () => {
  test.each(python.cases)('$schema', ({ schema, valid }) => {
    expect(wrongs(schema).length === 0).toBe(valid);
  });

  test('what it ignores is told, but for logical types that nobody knows', () => {
    const ignored = python.cases.filter(({ warnings }) => warnings !== undefined);
    expect(ignored.length).toBeGreaterThan(15);
    for (const { schema } of ignored) {
      const told = avro(JSON.parse(schema))
        .flaws()
        .filter(({ kind }) => kind === 'ignored');
      expect([schema, told.length]).toEqual([schema, schema.includes('unknown-logical-type') ? 0 : 1]);
    }
  });

  test.each(python.fingerprints)('fingerprints of $schema', ({ schema, ...expected }) => {
    const form = asPythonWrites(canonicalForm(avro(JSON.parse(schema)).type));
    const found = Object.keys(expected).map(algorithm => [
      algorithm,
      fingerprintOf(form, algorithm as FingerprintAlgorithm),
    ]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

/**
 * The one case where the Python implementation departs from the specification and from the others: a fixed type that is
 * used by its name is written out once more, so that its canonical form is no schema any longer.
 */
function asPythonWrites(form: string): string {
  const definition = '{"name":"org.apache.avro.ipc.MD5","type":"fixed","size":16}';
  return form.replace('"type":"org.apache.avro.ipc.MD5"', `"type":${definition}`);
}

/** `<<INPUT …`, up to a line `INPUT` where it is long, `<<canonical …`, and mostly `<<fingerprint …`, a signed long. */
function canonicalCases() {
  const lines = text('schema-tests.txt')
    .split('\n')
    .filter(line => !/^(#|\/\/)/.test(line));
  const pattern = /<<INPUT(?: (.+)|\n([\s\S]+?)\nINPUT)\n<<canonical (.+)(?:\n<<fingerprint (-?\d+))?/g;
  return Array.from(lines.join('\n').matchAll(pattern), ([, short, long, canonical, fingerprint]) => ({
    input: (short ?? long) as string,
    canonical: canonical as string,
    fingerprint,
  }));
}

describe('parsing canonical form', () => {
  test('all cases are read', () => {
    expect(canonicalCases()).toHaveLength(34);
  });

  test.each(canonicalCases())('$input', ({ input, canonical, fingerprint }) => {
    const form = canonicalForm(avro(JSON.parse(input)).type);
    expect(form).toBe(canonical);
    if (fingerprint === undefined) return;
    const bytes = BigInt.asUintN(64, BigInt(fingerprint)).toString(16).padStart(16, '0').match(/../g) ?? [];
    expect(fingerprintOf(form, 'CRC-64-AVRO')).toBe(bytes.reverse().join(''));
  });
});
