import { type Example, type Finding, findingOf, keysOf } from '@portolan/base';
import { load } from 'js-yaml';
import { type Cursor, type Resolver, referenceOf } from '../resolve/cursor.ts';
import { checkGrammar } from './check.ts';

/** Only for tests: reads a document, or several files of which the first is the entry, and checks its grammar. */
export function checkExample(example: Example): Finding[] {
  const files = typeof example === 'string' ? { 'asyncapi.yaml': example } : example;
  const values = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, load(text, { maxDepth: 1000 })]),
  );
  return checkValues(values);
}

/** Only for tests: as `checkExample`, for values; the version is the one that the entry says. */
export function checkValues(values: Readonly<Record<string, unknown>>, resolver = resolverOf(values)): Finding[] {
  const [source = '', value] = Object.entries(values)[0] ?? [];
  const version = String((value as { asyncapi?: unknown } | null)?.asyncapi);
  const findings: Finding[] = [];
  checkGrammar({ source, pointer: '', value }, version, resolver, (kind, at, params) => {
    findings.push(
      findingOf(kind, { source: at.source, pointer: at.pointer, ...(at.part && { part: at.part }) }, params),
    );
  });
  return findings;
}

/** A resolver for whole files and plain pointers, which is all that the examples need. */
export function resolverOf(values: Readonly<Record<string, unknown>>): Resolver {
  const follow = (at: Cursor): Cursor | undefined => {
    const reference = referenceOf(at.value);
    if (reference === undefined) return at;
    const [file = '', pointer = ''] = reference.split('#');
    const source = file || at.source;
    let value = values[source] as Record<string, unknown> | undefined;
    for (const key of keysOf(pointer)) value = value?.[key] as Record<string, unknown> | undefined;
    return value === undefined ? undefined : follow({ source, pointer, value });
  };
  return { follow, has: location => Object.hasOwn(values, location) };
}
