import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { type Confidence, numbersOf, textsOf } from './leaves.ts';
import { unionOf } from './unions.ts';

export interface InferOptions {
  /** Values from which on limits and lists of values are taken for rules; 10 unless told otherwise. */
  readonly enough?: number;
}

/** Values that are looked at in one place. */
const MOST_VALUES = 10_000;

/** Levels that are looked into. */
const DEEPEST = 40;

/**
 * A JSON Schema (2020-12) that all given messages fit: types, what is always there, formats that all texts of a place have,
 * and, where there are enough values, those that come again and again and the limits between which they lie. Messages of
 * several kinds that a member tells apart (`type: …`) become alternatives. The order of the messages does not matter.
 */
export function infer(messages: readonly unknown[], { enough = 10 }: InferOptions = {}): JsonObject {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemaOf(messages, { enough }, 0) };
}

function schemaOf(values: readonly unknown[], confidence: Confidence, depth: number): JsonObject {
  if (values.length === 0 || depth > DEEPEST) return {};
  const some = values.length > MOST_VALUES ? undefined : values;
  const schemas: JsonObject[] = [];
  const of = <T>(test: (value: unknown) => value is T): T[] => values.filter(test);
  const objects = of(isObject);
  if (objects.length > 0) schemas.push(objectsOf(objects, confidence, depth));
  const lists = of(Array.isArray) as unknown[][];
  if (lists.length > 0) schemas.push(listsOf(lists, confidence, depth));
  const texts = of(value => typeof value === 'string');
  if (texts.length > 0) schemas.push(textsOf(texts, confidence));
  const numbers = of(value => typeof value === 'number');
  // Beyond that many values the next one is hardly a surprise, and limits still hold for all.
  if (numbers.length > 0) schemas.push(numbersOf(numbers, confidence, some !== undefined));
  if (values.some(value => typeof value === 'boolean')) schemas.push({ type: 'boolean' });
  if (values.some(value => value === null || value === undefined)) schemas.push({ type: 'null' });
  return combined(schemas);
}

/** Several types in one place: a list of types where only one of them says more, else alternatives. */
function combined(schemas: readonly JsonObject[]): JsonObject {
  const [first] = schemas;
  if (!first || schemas.length === 1) return first ?? {};
  const plain = schemas.filter(schema => typeof schema.type === 'string' && !('enum' in schema));
  const detailed = schemas.filter(schema => Object.keys(schema).length > 1);
  if (plain.length < schemas.length || detailed.length > 1) return { anyOf: schemas };
  return { ...detailed[0], type: [...new Set(schemas.map(({ type }) => type))].sort() };
}

function objectsOf(objects: readonly JsonObject[], confidence: Confidence, depth: number): JsonObject {
  const union = unionOf(objects, confidence);
  if (union) return { oneOf: union.groups.map(group => membersOf(group, confidence, depth, union.by)) };
  return membersOf(objects, confidence, depth);
}

/** Names from which on an object may be a map. */
const MANY_NAMES = 20;

function membersOf(objects: readonly JsonObject[], confidence: Confidence, depth: number, by?: string): JsonObject {
  const members = new Map<string, unknown[]>();
  for (const object of objects) {
    for (const [name, value] of Object.entries(object)) {
      if (value === undefined) continue;
      const values = members.get(name);
      if (values) values.push(value);
      else members.set(name, [value]);
    }
  }
  if (isMap(members, objects.length)) {
    return { type: 'object', additionalProperties: schemaOf([...members.values()].flat(), confidence, depth + 1) };
  }
  const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1));
  const required = sorted.filter(([, values]) => values.length === objects.length).map(([name]) => name);
  const properties = sorted.map(([name, values]) => {
    return [name, name === by ? { const: values[0] } : schemaOf(values, confidence, depth + 1)];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
  };
}

/** Many names of which each is there in few objects, or names that are no words, stand for keys. */
function isMap(members: ReadonlyMap<string, readonly unknown[]>, objects: number): boolean {
  const names = [...members.keys()];
  if (names.length >= 3 && names.every(name => /^\d+$|^[0-9a-f-]{32,36}$/i.test(name))) return true;
  if (names.length < MANY_NAMES || objects < 3) return false;
  const often = [...members.values()].filter(values => values.length * 2 > objects);
  return often.length === 0;
}

function listsOf(lists: readonly unknown[][], confidence: Confidence, depth: number): JsonObject {
  const items = lists.flat();
  const isNeverEmpty = lists.length >= confidence.enough && lists.every(({ length }) => length > 0);
  return {
    type: 'array',
    ...(items.length > 0 && { items: schemaOf(items, confidence, depth + 1) }),
    ...(isNeverEmpty && { minItems: 1 }),
  };
}
