import { isObject, type JsonObject, pointerOf } from '@portolan/base';
import type { SchemaDefinition } from '@portolan/contract';
import { schemaOf } from '../side.ts';
import { same, shown } from '../values.ts';
import { alignLists } from './align.ts';
import type { Place } from './model.ts';
import type { Walk } from './walk.ts';

/** Members that say something to people and nothing about data. */
const WORDS: ReadonlySet<string> = new Set(['doc']);

/** Members that hold types, and so are looked into. */
const TYPES: ReadonlySet<string> = new Set(['type', 'items', 'values', 'fields']);

interface At {
  readonly value: unknown;
  readonly place: Place;
}

/** Tells every edited field and type between two Avro schemas. */
export function avroEdits(before: SchemaDefinition, after: SchemaDefinition, walk: Walk): void {
  node(
    { value: before.definition, place: { schema: before.id, pointer: '' } },
    { value: after.definition, place: { schema: after.id, pointer: '' } },
    '',
  );

  function node(b: At, a: At, path: string): void {
    const facts: string[] = [];
    const words: string[] = [];
    type(b, a, path, facts, words);
    if (facts.length > 0) walk.edit({ kind: 'structure', before: b.place, after: a.place, path, facts });
    if (words.length > 0) walk.edit({ kind: 'words', before: b.place, after: a.place, path, facts: words });
  }

  /** Compares two types, and collects what is to be said of them where they stand: a field speaks for its type. */
  function type(b: At, a: At, path: string, facts: string[], words: string[]): void {
    if (same(b.value, a.value) && loneReference(b.value) === undefined) return;
    const [from, to] = [loneReference(b.value), loneReference(a.value)];
    if (from !== undefined && to !== undefined) {
      if (!walk.pair(from, to)) facts.push(`refers to \`${to}\` instead of \`${from}\``);
    } else if (Array.isArray(b.value) && Array.isArray(a.value)) branches(b, a, path);
    else if (isObject(b.value) && isObject(a.value)) members(b, a, path, facts, words);
    else facts.push(`type: ${shown(b.value)} → ${shown(a.value)}`);
  }

  function members(b: At, a: At, path: string, facts: string[], words: string[]): void {
    const [left, right] = [b.value as JsonObject, a.value as JsonObject];
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      if (key === 'fields' && Array.isArray(left.fields) && Array.isArray(right.fields)) fields(b, a, path);
      else if (TYPES.has(key) && left[key] !== undefined && right[key] !== undefined)
        type(step(b, key), step(a, key), inside(path, key), facts, words);
      else if (!same(left[key], right[key]))
        (WORDS.has(key) ? words : facts).push(`${key}: ${shown(left[key])} → ${shown(right[key])}`);
    }
  }

  function fields(b: At, a: At, path: string): void {
    const [from, to] = [step(b, 'fields'), step(a, 'fields')];
    const [left, right] = [from.value as readonly unknown[], to.value as readonly unknown[]];
    const way = (field: unknown) => (path === '' ? nameOf(field) : `${path}.${nameOf(field)}`) ?? path;
    const { both, removed, added } = alignLists(left, right, nameOf);
    for (const [one, other] of both) node(step(from, one), step(to, other), way(right[other]));
    for (const one of removed)
      walk.edit({ kind: 'structure', before: step(from, one).place, path: way(left[one]), facts: ['removed'] });
    for (const one of added)
      walk.edit({ kind: 'structure', after: step(to, one).place, path: way(right[one]), facts: ['added'] });
  }

  function branches(b: At, a: At, path: string): void {
    const [left, right] = [b.value as readonly unknown[], a.value as readonly unknown[]];
    const { both, removed, added } = alignLists(left, right);
    for (const [one, other] of both) node(step(b, one), step(a, other), path);
    for (const one of removed)
      walk.edit({ kind: 'structure', before: step(b, one).place, path, facts: [`no longer ${shown(left[one])}`] });
    for (const one of added)
      walk.edit({ kind: 'structure', after: step(a, one).place, path, facts: [`may be ${shown(right[one])}`] });
  }
}

function inside(path: string, key: string): string {
  return key === 'items' ? `${path}[]` : key === 'values' ? `${path}{}` : path;
}

function step({ value, place }: At, key: string | number): At {
  return {
    value: (value as Record<string | number, unknown>)[key],
    place: { ...place, pointer: pointerOf(place.pointer, key) },
  };
}

function nameOf(field: unknown): string | undefined {
  const name = (field as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : undefined;
}

function loneReference(value: unknown): string | undefined {
  return isObject(value) ? schemaOf(value.$ref) : undefined;
}
