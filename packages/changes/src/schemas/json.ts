import { isObject, type JsonObject, pointerOf } from '@portolan/base';
import type { SchemaDefinition } from '@portolan/contract';
import { HOLDERS } from '@portolan/schema/keywords';
import { schemaOf } from '../side.ts';
import { same, shown } from '../values.ts';
import { alignLists, alignNames } from './align.ts';
import type { Place } from './model.ts';
import type { Walk } from './walk.ts';

/** Keywords that say something to people and nothing about messages. */
const WORDS: ReadonlySet<string> = new Set([
  'title',
  'description',
  '$comment',
  'examples',
  'example',
  'externalDocs',
  '$schema',
  '$id',
]);

/** Keywords whose list is a set. */
const SETS: ReadonlySet<string> = new Set(['enum', 'type']);

interface At {
  readonly value: unknown;
  readonly place: Place;
}

/** Tells every edited subschema between two definitions in JSON Schema or a dialect of it. */
export function jsonEdits(before: SchemaDefinition, after: SchemaDefinition, walk: Walk): void {
  node(
    { value: before.definition, place: { schema: before.id, pointer: '' } },
    { value: after.definition, place: { schema: after.id, pointer: '' } },
    '',
    [],
  );

  /** @param extra what the schema around says about this one: that it is required */
  function node(b: At, a: At, path: string, extra: readonly string[]): void {
    if (b.value === a.value && extra.length === 0) return;
    const [from, to] = [loneReference(b.value), loneReference(a.value)];
    if (from !== undefined || to !== undefined) {
      const facts = [...extra, ...referenceFacts(b, a, from, to)];
      if (facts.length > 0) structure(b, a, path, facts);
      return;
    }
    if (!isObject(b.value) || !isObject(a.value)) {
      const facts = same(b.value, a.value) ? extra : [...extra, `${shown(b.value)} → ${shown(a.value)}`];
      if (facts.length > 0) structure(b, a, path, facts);
      return;
    }
    keywords({ ...b, value: b.value }, { ...a, value: a.value }, path, extra);
  }

  function referenceFacts(b: At, a: At, from: string | undefined, to: string | undefined): string[] {
    if (from !== undefined && to !== undefined)
      return walk.pair(from, to) ? [] : [`refers to \`${to}\` instead of \`${from}\``];
    const meant = (side: 'before' | 'after', id: string) => walk[side].schemas.get(id)?.definition;
    const [left, right] = [
      from === undefined ? b.value : meant('before', from),
      to === undefined ? a.value : meant('after', to),
    ];
    if (same(left, right)) return [];
    return [to === undefined ? `says itself what \`${from}\` said` : `refers to \`${to}\``];
  }

  function keywords(
    b: At & { value: JsonObject },
    a: At & { value: JsonObject },
    path: string,
    extra: readonly string[],
  ): void {
    const facts = [...extra];
    const words: string[] = [];
    const required = new Map<string, string>();
    for (const keyword of new Set([...Object.keys(b.value), ...Object.keys(a.value)])) {
      const [left, right] = [b.value[keyword], a.value[keyword]];
      if (left === right) continue;
      if (keyword === 'required' && lists(left, right)) demands(left, right, required);
      else if (holdsMap(keyword, left, right)) continue;
      else if (HOLDERS.has(keyword) && !scalar(left) && !scalar(right)) inside(keyword, left, right);
      else if (!equal(keyword, left, right)) {
        const fact = factOf(keyword, left, right);
        (WORDS.has(keyword) || keyword.startsWith('x-') ? words : facts).push(fact);
      }
    }
    for (const keyword of [
      'properties',
      'patternProperties',
      'definitions',
      '$defs',
      'dependentSchemas',
      'dependencies',
    ])
      if (holdsMap(keyword, b.value[keyword], a.value[keyword])) named(keyword);
    for (const [name, fact] of required) facts.push(`\`${name}\` ${fact}`);
    if (facts.length > 0) structure(b, a, path, facts);
    if (words.length > 0) walk.edit({ kind: 'words', before: b.place, after: a.place, path, facts: words });

    /** Members by name. What `required` says about a property belongs to the property. */
    function named(keyword: string): void {
      const [left, right] = [b.value[keyword] ?? {}, a.value[keyword] ?? {}] as [JsonObject, JsonObject];
      const { both, removed, added, renamed } = alignNames(left, right);
      const at = (side: At, name: string): At => step(side, [keyword, name]);
      const demand = (name: string): string[] => {
        const fact = keyword === 'properties' ? required.get(name) : undefined;
        if (fact !== undefined) required.delete(name);
        return fact === undefined ? [] : [fact];
      };
      for (const name of both) node(at(b, name), at(a, name), joined(path, name, keyword), demand(name));
      for (const [from, to] of renamed) {
        const said = [...demand(from), ...demand(to)];
        const facts = [`called \`${to}\` instead of \`${from}\``, ...(said.length === 1 ? said : [])];
        structure(at(b, from), at(a, to), joined(path, to, keyword), facts);
      }
      for (const name of removed)
        lone({ before: at(b, name).place }, joined(path, name, keyword), ['removed', ...demand(name).filter(isAdded)]);
      for (const name of added)
        lone({ after: at(a, name).place }, joined(path, name, keyword), ['added', ...demand(name).filter(isAdded)]);
    }

    /** One schema, or a list of them. */
    function inside(keyword: string, left: unknown, right: unknown): void {
      if (Array.isArray(left) !== Array.isArray(right)) facts.push(factOf(keyword, left, right));
      else if (Array.isArray(left) && Array.isArray(right)) listed(keyword, left, right);
      else node(step(b, [keyword]), step(a, [keyword]), joined(path, keyword === 'items' ? '[]' : keyword, ''), []);
    }

    function listed(keyword: string, left: readonly unknown[], right: readonly unknown[]): void {
      const way = (index: number) => joined(path, `${keyword}[${index}]`, '');
      const { both, removed, added } = alignLists(left, right);
      for (const [from, to] of both) node(step(b, [keyword, from]), step(a, [keyword, to]), way(to), []);
      for (const index of removed) lone({ before: step(b, [keyword, index]).place }, way(index), ['removed']);
      for (const index of added) lone({ after: step(a, [keyword, index]).place }, way(index), ['added']);
    }
  }

  function structure(b: At, a: At, path: string, facts: readonly string[]): void {
    walk.edit({ kind: 'structure', before: b.place, after: a.place, path, facts });
  }

  function lone(places: { before?: Place; after?: Place }, path: string, facts: readonly string[]): void {
    walk.edit({ kind: 'structure', ...places, path, facts });
  }
}

function isAdded(fact: string): boolean {
  return fact === 'is required';
}

function step({ value, place }: At, keys: readonly (string | number)[]): At {
  const inner = keys.reduce<unknown>((outer, key) => (outer as JsonObject | undefined)?.[key as string], value);
  return { value: inner, place: { ...place, pointer: pointerOf(place.pointer, ...keys) } };
}

/** The schema that a value only refers to. */
function loneReference(value: unknown): string | undefined {
  return isObject(value) && Object.keys(value).length === 1 ? schemaOf(value.$ref) : undefined;
}

function holdsMap(keyword: string, left: unknown, right: unknown): boolean {
  const holds = HOLDERS.get(keyword);
  if (holds !== 'map' && holds !== 'map-or-names') return false;
  return [left, right].every(value => value === undefined || isObject(value)) && (isObject(left) || isObject(right));
}

function scalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

function lists(left: unknown, right: unknown): boolean {
  return [left, right].every(value => value === undefined || Array.isArray(value));
}

function demands(left: unknown, right: unknown, required: Map<string, string>): void {
  const [before, after] = [new Set(left as string[] | undefined), new Set(right as string[] | undefined)];
  for (const name of after) if (!before.has(name)) required.set(name, 'is required');
  for (const name of before) if (!after.has(name)) required.set(name, 'is no longer required');
}

function equal(keyword: string, left: unknown, right: unknown): boolean {
  if (!SETS.has(keyword) || !Array.isArray(left) || !Array.isArray(right)) return same(left, right);
  const sorted = (values: readonly unknown[]) => values.map(value => JSON.stringify(value)).sort();
  return same(sorted(left), sorted(right));
}

function factOf(keyword: string, left: unknown, right: unknown): string {
  if (left === undefined) return `${keyword}: ${shown(right)} added`;
  return right === undefined ? `${keyword}: ${shown(left)} removed` : `${keyword}: ${shown(left)} → ${shown(right)}`;
}

function joined(path: string, name: string, keyword: string): string {
  if (name === '[]') return `${path}[]`;
  const shownName = keyword === 'patternProperties' ? `/${name}/` : name;
  return path === '' ? shownName : `${path}.${shownName}`;
}
