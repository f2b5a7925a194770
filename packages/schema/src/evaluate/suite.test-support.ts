import { readdirSync, readFileSync } from 'node:fs';
import type { Dialect } from '../dialect.ts';
import type { SchemaSource } from '../shape.ts';
import { evaluatorOf } from './evaluate.ts';

/** The test suite of JSON Schema (corpus/json-schema-test-suite), read and judged. */

const SUITE = new URL('../../../../corpus/json-schema-test-suite/', import.meta.url);

/** The folders of the suite by dialect. */
export const FOLDERS = {
  'draft-04': 'draft4',
  'draft-06': 'draft6',
  'draft-07': 'draft7',
  '2019-09': 'draft2019-09',
  '2020-12': 'draft2020-12',
} as const satisfies Partial<Record<Dialect, string>>;

export type SuiteDialect = keyof typeof FOLDERS;

/** Mandatory tests, optional ones, and those of formats, which are optional too. */
export type Part = 'mandatory' | 'optional' | 'format';

const PLACES: Readonly<Record<Part, string>> = { mandatory: '', optional: 'optional/', format: 'optional/format/' };

export interface Judged {
  /** Which test it is: file, group, test. */
  readonly name: string;
  readonly isRight: boolean;
}

interface Group {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

/** Judges every test of one part of a draft. Formats are only asserted where a test is about that. */
export function judgedSuite(dialect: SuiteDialect, part: Part): Judged[] {
  const folder = new URL(`tests/${FOLDERS[dialect]}/${PLACES[part]}`, SUITE);
  const judged: Judged[] = [];
  for (const file of readdirSync(folder, { withFileTypes: true })) {
    if (!file.isFile()) continue;
    const groups = JSON.parse(readFileSync(new URL(file.name, folder), 'utf8')) as Group[];
    for (const { description, schema, tests } of groups) {
      const assertFormats = part === 'format' || ASSERTING.has(file.name);
      const source = sourceOf('the schema', schema, dialect);
      const judge = evaluatorOf(source, address => remote(address, dialect), { assertFormats });
      for (const test of tests) {
        const verdict = judge(test.data);
        const isRight = 'valid' in verdict && verdict.valid === test.valid;
        judged.push({ name: `${file.name.replace('.json', '')} | ${description} | ${test.description}`, isRight });
      }
    }
  }
  return judged;
}

/** Optional files outside the folder of formats that need formats or what depends on them. */
const ASSERTING: ReadonlySet<string> = new Set(['ecmascript-regex.json', 'content.json']);

function sourceOf(id: string, definition: unknown, dialect: Dialect): SchemaSource {
  return { id, format: 'json-schema', schemaFormat: `application/schema+json;version=${dialect}`, definition };
}

const remotes = new Map<string, unknown>();

/** The documents that the suite expects under its own address. */
function remote(address: string, dialect: Dialect): SchemaSource | undefined {
  const path = /^http:\/\/localhost:1234\/(.+)$/.exec(address)?.[1];
  if (path === undefined) return undefined;
  if (!remotes.has(path)) remotes.set(path, read(new URL(`remotes/${path}`, SUITE)));
  const definition = remotes.get(path);
  return definition === undefined ? undefined : sourceOf(address, definition, dialect);
}

function read(file: URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
