import { sequence } from '../../sample/random.ts';

type Json = Record<string, unknown>;

/** A writer’s schema and a reader’s that grew out of it by some changes, the same for each seed. */
export function pairOf(seed: number): { readonly writer: unknown; readonly reader: unknown } {
  const random = sequence('avro pair', seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number) => random() < share;
  let names = 0;
  const writer = chance(0.85) ? recordOf(3) : typeOf(3);
  const reader = changed(structuredClone(writer), 1 + Math.floor(random() * 3));
  return { writer, reader };

  function typeOf(depth: number): unknown {
    const roll = random();
    if (depth === 0 || roll < 0.45) return pick(PRIMITIVES);
    if (roll < 0.55) return { type: 'array', items: typeOf(depth - 1) };
    if (roll < 0.62) return { type: 'map', values: typeOf(depth - 1) };
    if (roll < 0.72) return enumOf();
    if (roll < 0.78) return { type: 'fixed', name: `F${names++}`, size: 1 + Math.floor(random() * 3) };
    return roll < 0.9 ? unionOf(depth - 1) : recordOf(depth - 1);
  }

  function enumOf(): Json {
    const symbols = ['A', 'B', 'C', 'D'].filter(() => chance(0.6));
    const known = symbols.length > 0 ? symbols : ['A'];
    return { type: 'enum', name: `E${names++}`, symbols: known, ...(chance(0.2) && { default: pick(known) }) };
  }

  function unionOf(depth: number): unknown[] {
    const branches: unknown[] = [];
    for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
      const branch = typeOf(depth);
      if (!Array.isArray(branch) && !branches.some(other => kindOf(other) === kindOf(branch))) branches.push(branch);
    }
    return branches.length > 0 ? branches : ['null'];
  }

  function recordOf(depth: number): Json {
    const name = `R${names++}`;
    const fields = ['a', 'b', 'c', 'd'].filter(() => chance(0.6)).map(field => ({ name: field, type: typeOf(depth) }));
    // A type that contains itself, where a value can end.
    if (chance(0.15))
      fields.push({ name: 'self', type: pick([['null', name], { type: 'array', items: name }]) as unknown });
    return { type: 'record', name, fields };
  }

  /** Changes some places of a schema, as people do. */
  function changed(schema: unknown, changes: number): unknown {
    const holder = { schema };
    for (let count = 0; count < changes; count++) {
      const places = [...placesIn(holder, 'schema')];
      const [around, key] = pick(places);
      around[key] = changedType(around[key]);
    }
    return holder.schema;
  }

  function changedType(type: unknown): unknown {
    if (chance(0.12) && type !== 'null') return Array.isArray(type) ? type[0] : ['null', type];
    if (Array.isArray(type)) {
      const extra = pick(PRIMITIVES);
      if (chance(0.5) && type.length > 1) return type.toSpliced(Math.floor(random() * type.length), 1);
      if (chance(0.5)) return type.toReversed();
      return type.includes(extra) ? type : [...type, extra];
    }
    if (typeof type === 'string') return PRIMITIVES.includes(type) ? pick(PROMOTED[type] ?? PRIMITIVES) : type;
    const found = type as Json;
    if (found.type === 'enum') return changedEnum(found);
    if (found.type === 'fixed')
      return chance(0.5)
        ? { ...found, size: 2 }
        : { ...found, name: `${found.name}x`, aliases: chance(0.5) ? [found.name] : [] };
    return found.type === 'record' ? changedRecord(found) : found;
  }

  function changedEnum(found: Json): Json {
    const symbols = [...(found.symbols as string[]), 'E'].filter(symbol => symbol === found.default || chance(0.7));
    const known = symbols.length > 0 ? symbols : ['A'];
    return { ...found, symbols: known, ...(found.default === undefined && chance(0.3) && { default: known[0] }) };
  }

  function changedRecord(found: Json): Json {
    const fields = found.fields as Json[];
    const roll = random();
    if (roll < 0.25) return { ...found, fields: fields.slice(1) };
    if (roll < 0.6) {
      const added = { name: `n${names++}`, type: 'int', ...(chance(0.6) && { default: 7 }) };
      return { ...found, fields: chance(0.5) ? [added, ...fields] : [...fields, added] };
    }
    if (roll < 0.8 && fields[0]) {
      const [first, ...others] = fields;
      const renamed = { ...first, name: `m${names++}`, ...(chance(0.6) && { aliases: [first.name] }) };
      return { ...found, fields: [...others, renamed] };
    }
    // Whoever contains itself by name would lose its name.
    if (JSON.stringify(fields).includes('"self"')) return found;
    return { ...found, name: `${found.name}x`, ...(chance(0.5) && { aliases: [found.name] }) };
  }
}

const PRIMITIVES: readonly string[] = ['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'];

const PROMOTED: Readonly<Record<string, readonly string[]>> = {
  int: ['long', 'float', 'double', 'string'],
  long: ['float', 'double', 'int'],
  float: ['double', 'int'],
  string: ['bytes', 'int'],
  bytes: ['string', 'long'],
};

function kindOf(type: unknown): string {
  if (typeof type === 'string') return type;
  const { type: word, name } = type as Json;
  return word === 'array' || word === 'map' ? word : String(name);
}

/** Every place of a schema where a type stands. */
function* placesIn(around: Json | unknown[], key: string | number): Generator<readonly [Json, string]> {
  yield [around as Json, key as string];
  const type = (around as Json)[key as string];
  if (Array.isArray(type)) for (const index of type.keys()) yield* placesIn(type, index);
  else if (typeof type === 'object' && type !== null) {
    const found = type as Json;
    if (found.type === 'array') yield* placesIn(found, 'items');
    if (found.type === 'map') yield* placesIn(found, 'values');
    if (found.type === 'record') for (const field of found.fields as Json[]) yield* placesIn(field, 'type');
  }
}
