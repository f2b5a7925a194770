import type { Property, Shape } from '../shape.ts';
import { sampleNumber } from './numbers.ts';
import { choose, itemOf, memberOf, type Place, placeOf } from './place.ts';
import { fraction } from './random.ts';
import { sampleText } from './texts.ts';

/** Levels below which only what is required is made. */
const DEEP = 6;

/** Levels at which everything ends. */
const DEEPEST = 24;

/** Values that a list may be asked to hold. */
const MOST_ITEMS = 100;

/**
 * An example of a shape: deterministic in the seed, realistic by names, formats and written examples, and within the
 * constraints. Members that are required are always there, others where a value is found for them.
 *
 * @returns undefined when no value is found, as for a pattern that nothing seems to match or a shape that allows nothing
 */
export function sample(shape: Shape, seed = 1): unknown {
  return sampleAt(shape, placeOf(seed, shape.name ?? shape.title ?? ''), 0);
}

function sampleAt(shape: Shape, place: Place, depth: number): unknown {
  if (shape.const !== undefined) return shape.const;
  if (depth > DEEPEST || shape.recursive) return shape.nullable ? null : undefined;
  if (shape.enum) return choose(shape.enum, place) ?? null;
  // Written examples first: their author knew what it looks like. Lists need values that differ.
  const written = [...(shape.examples ?? []), ...(shape.default === undefined ? [] : [shape.default])];
  if (written.length > place.turn) return choose(written, place);
  const value = made(shape, place, depth);
  return value === undefined && shape.nullable ? null : value;
}

function made(shape: Shape, place: Place, depth: number): unknown {
  switch (shape.kind) {
    case 'object':
      return objectOf(shape, place, depth);
    case 'map':
      return mapOf(shape, place, depth);
    case 'list':
      return listOf(shape, place, depth);
    case 'union':
      return firstOf(shape.variants ?? [], place, depth);
    case 'string':
      return sampleText(shape, place);
    case 'bytes':
      return sampleText({ ...shape, format: 'byte' }, place);
    case 'integer':
    case 'number':
      return sampleNumber(shape, place);
    case 'boolean':
      return place.turn % 2 === 0;
    case 'null':
      return null;
    case 'any':
      return 'anything';
    default:
      return undefined;
  }
}

/** Undefined when a required member finds no value: half an object would be no example. */
function objectOf(shape: Shape, place: Place, depth: number): Record<string, unknown> | undefined {
  const wanted = (shape.properties ?? []).filter(
    ({ name, required }) => required || (depth < DEEP && !isLeftOut(memberOf(place, name))),
  );
  const most = numberOf(shape, 'maxProperties') ?? Number.POSITIVE_INFINITY;
  const entries: [string, unknown][] = [];
  const rivals = rivalsOf(shape);
  for (const property of inOrderOfNeed(wanted)) {
    if (rivals.get(property.name)?.some(name => entries.some(([taken]) => taken === name))) continue;
    const value = sampleAt(property.shape, memberOf(place, property.name), depth + 1);
    if (value === undefined && property.required) return undefined;
    if (value !== undefined && (property.required || entries.length < most)) entries.push([property.name, value]);
  }
  const order = new Map(wanted.map(({ name }, index) => [name, index]));
  entries.sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return Object.fromEntries(entries);
}

/** The first seed shows all there is; of others each leaves out some of what may be missing. */
function isLeftOut({ seed, path }: Place): boolean {
  return seed !== 1 && fraction(seed, path, 'there') < 0.25;
}

function inOrderOfNeed(properties: readonly Property[]): Property[] {
  return [...properties.filter(({ required }) => required), ...properties.filter(({ required }) => !required)];
}

/** Members of a Protobuf `oneof`: of each, one may be set. */
function rivalsOf(shape: Shape): ReadonlyMap<string, readonly string[]> {
  const groups = shape.constraints.filter(({ name, value }) => name.startsWith('oneof ') && Array.isArray(value));
  return new Map(groups.flatMap(({ value }) => (value as string[]).map(name => [name, value as string[]] as const)));
}

function mapOf(shape: Shape, place: Place, depth: number): Record<string, unknown> | undefined {
  const own = objectOf(shape, place, depth);
  if (!own || !shape.items || depth >= DEEP) return own;
  const least = Math.min(numberOf(shape, 'minProperties') ?? 0, MOST_ITEMS);
  const most = numberOf(shape, 'maxProperties') ?? Number.POSITIVE_INFINITY;
  for (let count = 1; Object.keys(own).length < Math.min(most, Math.max(least, 1)) && count <= MOST_ITEMS; count++) {
    const key = `key${count}`;
    const value = sampleAt(shape.items, memberOf(place, key), depth + 1);
    if (value === undefined) return least > 0 ? undefined : own;
    own[key] = value;
  }
  return own;
}

function listOf(shape: Shape, place: Place, depth: number): unknown[] | undefined {
  if (shape.properties) return tupleOf(shape.properties, place, depth);
  const least = numberOf(shape, 'minItems') ?? 0;
  const most = numberOf(shape, 'maxItems') ?? Number.POSITIVE_INFINITY;
  const usual = place.seed === 1 ? 1 : Math.floor(fraction(place.seed, place.path, 'items') * 4);
  const wanted = Math.min(most, Math.max(least, depth < DEEP ? usual : 0));
  if (wanted > MOST_ITEMS) return undefined;
  const distinct = shape.constraints.some(({ name, value }) => name === 'uniqueItems' && value === true);
  const items: unknown[] = [];
  const seen = new Set<string>();
  for (let turn = 0; items.length < wanted && turn < wanted + 50; turn++) {
    const value = shape.items ? sampleAt(shape.items, itemOf(place, items.length, turn), depth + 1) : 'anything';
    if (value === undefined) break;
    const key = JSON.stringify(value);
    if (distinct && seen.has(key)) continue;
    seen.add(key);
    items.push(value);
  }
  return items.length >= least ? items : undefined;
}

function tupleOf(properties: readonly Property[], place: Place, depth: number): unknown[] | undefined {
  const items = properties.map(({ name, shape }) => sampleAt(shape, memberOf(place, name), depth + 1));
  return items.includes(undefined) ? undefined : items;
}

function firstOf(variants: readonly Shape[], place: Place, depth: number): unknown {
  const real = variants.filter(({ kind }) => kind !== 'null');
  const start = place.seed === 1 ? 0 : place.seed % Math.max(real.length, 1);
  for (const variant of [...real.slice(start), ...real.slice(0, start)]) {
    const value = sampleAt(variant, place, depth);
    if (value !== undefined) return value;
  }
  return variants.length > real.length ? null : undefined;
}

function numberOf(shape: Shape, name: string): number | undefined {
  const value = shape.constraints.find(constraint => constraint.name === name)?.value;
  return typeof value === 'number' ? value : undefined;
}
