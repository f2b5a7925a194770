/** Random schemas, what people could have made of them, and random values: by a sequence of numbers from 0 to 1. */

type Json = Record<string, unknown>;

export type Random = () => number;

export type Draft = 'draft-07' | '2020-12';

export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

const NAMES = ['a', 'b', 'ab', 'c'] as const;
const NUMBERS = [-3, -1, 0, 1, 2, 3, 5, 0.5, 1.5, -2.5] as const;
const TEXTS = ['', 'a', 'b', 'ab', 'abc', 'é', 'x1'] as const;
const PATTERNS = ['^a', 'b$', 'a|b', '^.$', '^[a-c]+$', '[0-9]'] as const;
const FORMATS = ['date', 'uuid', 'ipv4'] as const;
const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'] as const;

export function randomValue(random: Random, depth = 3): unknown {
  const kind = random();
  if (depth > 0 && kind < 0.2)
    return Array.from({ length: Math.floor(random() * 4) }, () => randomValue(random, depth - 1));
  if (depth > 0 && kind < 0.5) {
    const entries = NAMES.filter(() => random() < 0.4).map(name => [name, randomValue(random, depth - 1)]);
    return Object.fromEntries(entries);
  }
  if (kind < 0.7) return pick(NUMBERS, random);
  if (kind < 0.9) return pick(TEXTS, random);
  return pick([true, false, null], random);
}

/** A schema as people write them: with a type and keywords for it, at times combined. `refs` may be referred to. */
export function randomSchema(random: Random, draft: Draft, depth = 3): unknown {
  const kind = random();
  if (depth <= 0) return kind < 0.15 ? pick([true, {}, {}, false], random) : leaf(random);
  if (kind < 0.03) return random() < 0.8;
  if (kind < 0.38) return leaf(random);
  if (kind < 0.68) return objectSchema(random, draft, depth);
  if (kind < 0.8) return arraySchema(random, draft, depth);
  return combined(random, draft, depth);
}

function leaf(random: Random): Json {
  const kind = random();
  if (kind < 0.12) return { enum: distinct(random, [...TEXTS, ...NUMBERS, true, null]) };
  if (kind < 0.18) return { const: pick<unknown>([...TEXTS, ...NUMBERS, null, { a: 1 }, [1]], random) };
  if (kind < 0.25) return { type: distinct(random, TYPES) };
  if (kind < 0.6) {
    return {
      type: 'string',
      ...(random() < 0.3 && { minLength: Math.floor(random() * 4) }),
      ...(random() < 0.3 && { maxLength: Math.floor(random() * 6) }),
      ...(random() < 0.25 && { pattern: pick(PATTERNS, random) }),
      ...(random() < 0.12 && { format: pick(FORMATS, random) }),
    };
  }
  if (kind < 0.9) {
    return {
      ...(random() < 0.9 && { type: pick(['integer', 'number'], random) }),
      ...(random() < 0.35 && { minimum: pick(NUMBERS, random) }),
      ...(random() < 0.35 && { maximum: pick(NUMBERS, random) }),
      ...(random() < 0.1 && { exclusiveMinimum: pick(NUMBERS, random) }),
      ...(random() < 0.1 && { exclusiveMaximum: pick(NUMBERS, random) }),
      ...(random() < 0.15 && { multipleOf: pick([1, 2, 3, 0.5], random) }),
    };
  }
  return { type: pick(['boolean', 'null'], random) };
}

function objectSchema(random: Random, draft: Draft, depth: number): Json {
  const inner = () => randomSchema(random, draft, depth - 1);
  const byName = (share: number) =>
    Object.fromEntries(NAMES.filter(() => random() < share).map(name => [name, inner()]));
  const dependent =
    draft === 'draft-07'
      ? { dependencies: { [pick(NAMES, random)]: random() < 0.5 ? [pick(NAMES, random)] : inner() } }
      : random() < 0.5
        ? { dependentRequired: { [pick(NAMES, random)]: [pick(NAMES, random)] } }
        : { dependentSchemas: { [pick(NAMES, random)]: inner() } };
  return {
    ...(random() < 0.9 && { type: 'object' }),
    ...(random() < 0.9 && { properties: byName(0.5) }),
    ...(random() < 0.5 && { required: distinct(random, NAMES) }),
    ...(random() < 0.12 && { patternProperties: { [pick(PATTERNS, random)]: inner() } }),
    ...(random() < 0.35 && { additionalProperties: random() < 0.6 ? false : inner() }),
    ...(random() < 0.05 && { propertyNames: { maxLength: 1 + Math.floor(random() * 3) } }),
    ...(random() < 0.06 && { minProperties: Math.floor(random() * 4) }),
    ...(random() < 0.06 && { maxProperties: Math.floor(random() * 4) }),
    ...(random() < 0.08 && dependent),
    ...(draft === '2020-12' && random() < 0.08 && { unevaluatedProperties: random() < 0.6 ? false : inner() }),
  };
}

function arraySchema(random: Random, draft: Draft, depth: number): Json {
  const inner = () => randomSchema(random, draft, depth - 1);
  const isTuple = random() < 0.2;
  const tuple = isTuple ? Array.from({ length: 1 + Math.floor(random() * 2) }, inner) : [];
  const items = !isTuple
    ? { ...(random() < 0.9 && { items: inner() }) }
    : draft === '2020-12'
      ? { prefixItems: tuple, ...(random() < 0.4 && { items: random() < 0.6 ? false : inner() }) }
      : { items: tuple, ...(random() < 0.4 && { additionalItems: random() < 0.6 ? false : inner() }) };
  return {
    ...(random() < 0.9 && { type: 'array' }),
    ...items,
    ...(random() < 0.25 && { minItems: Math.floor(random() * 3) }),
    ...(random() < 0.25 && { maxItems: Math.floor(random() * 4) }),
    ...(random() < 0.1 && { uniqueItems: true }),
    ...(random() < 0.08 && { contains: inner() }),
  };
}

function combined(random: Random, draft: Draft, depth: number): Json {
  const inner = () => randomSchema(random, draft, depth - 1);
  const list = () => Array.from({ length: 1 + Math.floor(random() * 2.5) }, inner);
  const kind = random();
  const beside = random() < 0.3 ? objectSchema(random, draft, depth - 1) : {};
  if (kind < 0.2) return { ...beside, allOf: list() };
  if (kind < 0.5) return { ...beside, anyOf: list() };
  if (kind < 0.7) return { ...beside, oneOf: list() };
  if (kind < 0.8) return { ...beside, not: inner() };
  // biome-ignore lint/suspicious/noThenProperty: the keyword is called that
  if (kind < 0.88) return { ...beside, if: inner(), then: inner(), ...(random() < 0.5 && { else: inner() }) };
  return { $ref: pick(['#/definitions/one', '#/definitions/two'], random) };
}

/** A whole schema with what may be referred to; references stand below members, items and combinations only. */
export function randomDocument(random: Random, draft: Draft): Json {
  const root = objectOr(randomSchema(random, draft));
  // What stands here says nothing about values of the root itself, so that no reference is endless.
  const wrapped = () => ({ type: 'object', properties: { a: objectOr(randomSchema(random, draft, 2)) } });
  if ('$ref' in root) return { allOf: [root], definitions: { one: wrapped(), two: wrapped() } };
  return { ...root, definitions: { one: wrapped(), two: wrapped() } };
}

function objectOr(schema: unknown): Json {
  return typeof schema === 'object' ? (schema as Json) : schema ? {} : { not: {} };
}

function distinct<T>(random: Random, list: readonly T[]): T[] {
  const found = list.filter(() => random() < 2 / list.length);
  return found.length > 0 ? found : [pick(list, random)];
}

/** The same schema after one to three edits somewhere inside. */
export function edited(schema: Json, random: Random, draft: Draft): Json {
  let result = schema;
  for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits--) result = editOnce(result, random, draft) as Json;
  return result;
}

function editOnce(schema: unknown, random: Random, draft: Draft): unknown {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return randomSchema(random, draft, 1);
  // Before 2019-09 what stands beside a reference says nothing, which not everybody heeds.
  if ('$ref' in schema) return randomSchema(random, draft, 1);
  const entries = Object.entries(schema as Json);
  const holders = entries.filter(([, value]) => typeof value === 'object' && value !== null);
  if (holders.length > 0 && random() < 0.6) {
    const [keyword, value] = pick(holders, random);
    if (DATA.has(keyword)) return { ...schema, [keyword]: editedData(keyword, value, random) };
    if (Array.isArray(value)) {
      const at = Math.floor(random() * value.length);
      return { ...schema, [keyword]: value.map((one, index) => (index === at ? editOnce(one, random, draft) : one)) };
    }
    if (!MAPS.has(keyword)) return { ...schema, [keyword]: editOnce(value, random, draft) };
    const names = Object.keys(value as Json);
    const kind = random();
    if (names.length === 0 || kind < 0.25) {
      const key = keyword === 'patternProperties' ? pick(PATTERNS, random) : pick(NAMES, random);
      const isLocked = keyword === 'definitions' || keyword === 'dependentRequired';
      return isLocked
        ? schema
        : { ...schema, [keyword]: { ...(value as Json), [key]: randomSchema(random, draft, 1) } };
    }
    const name = pick(names, random);
    const { [name]: old, ...rest } = value as Json;
    if (kind < 0.4 && keyword !== 'definitions') return { ...schema, [keyword]: rest };
    if (keyword === 'definitions') {
      const { properties } = old as { properties: Json };
      return {
        ...schema,
        definitions: {
          ...(value as Json),
          [name]: { ...(old as Json), properties: { a: editOnce(properties.a, random, draft) } },
        },
      };
    }
    if (keyword === 'dependentRequired') return { ...schema, [keyword]: { [name]: [pick(NAMES, random)] } };
    return {
      ...schema,
      [keyword]: {
        ...(value as Json),
        [name]: Array.isArray(old) ? [pick(NAMES, random)] : editOnce(old, random, draft),
      },
    };
  }
  const kind = random();
  const own = entries.filter(([keyword]) => keyword !== 'definitions');
  if (own.length > 0 && kind < 0.3) {
    const [gone] = pick(own, random);
    return Object.fromEntries(entries.filter(([keyword]) => keyword !== gone));
  }
  if (own.length > 0 && kind < 0.7) {
    const [keyword, value] = pick(own, random);
    if (typeof value === 'number')
      return {
        ...schema,
        [keyword]:
          keyword === 'multipleOf'
            ? value * 2
            : value + pick([-1, 1], random) < 0 && keyword !== 'minimum'
              ? 0
              : value + 1,
      };
    if (keyword === 'type')
      return {
        ...schema,
        type: pick([pick(TYPES, random), ['string', 'null'], ['integer', 'string'], 'number'], random),
      };
    if (typeof value === 'boolean' && keyword !== 'uniqueItems') return { ...schema, [keyword]: !value };
    if (keyword === 'pattern') return { ...schema, pattern: pick(PATTERNS, random) };
  }
  const added = objectOr(kind < 0.85 ? leaf(random) : objectSchema(random, draft, 1));
  const free = Object.entries(added).filter(([keyword]) => !(keyword in schema) && keyword !== 'type');
  return { ...schema, ...Object.fromEntries(free.slice(0, 1)) };
}

const DATA: ReadonlySet<string> = new Set(['enum', 'const', 'required', 'type']);
const MAPS: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'definitions',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
]);

function editedData(keyword: string, value: unknown, random: Random): unknown {
  if (keyword === 'required') {
    const names = value as string[];
    return random() < 0.5 && names.length > 1 ? names.slice(1) : [...new Set([...names, pick(NAMES, random)])];
  }
  if (keyword === 'type')
    return random() < 0.5 ? pick(TYPES, random) : [...new Set([...(value as string[]), pick(TYPES, random)])];
  if (keyword !== 'enum') return pick<unknown>([...TEXTS, ...NUMBERS], random);
  const values = value as unknown[];
  const more = pick<unknown>([...TEXTS, ...NUMBERS], random);
  return random() < 0.5 && values.length > 1 ? values.slice(1) : values.includes(more) ? values : [...values, more];
}
