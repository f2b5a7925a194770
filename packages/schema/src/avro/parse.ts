import { pointerOf } from '@portolan/base';
import type { Flaw } from '../flaw.ts';
import { isObject, type JsonObject, own, typeOf } from '../json.ts';
import { logicalOf, underlyingOf } from './logical.ts';
import type { AvroField, AvroType, Logical, Named, PrimitiveName } from './model.ts';
import { aliasesOf, checkName, namespaceIn, symbolsOf } from './named.ts';
import { COMPLEX, fullNameOf, isName, NAME_RULE, NAMED, namespaceOf, PRIMITIVES } from './names.ts';

/** One text of Avro read for itself; what it names elsewhere is still open. */
export interface AvroUnit {
  readonly type: AvroType;
  /** The named types that it defines, by full name; of two of one name the first. */
  readonly definitions: ReadonlyMap<string, AvroDefinition>;
  /** The names that it uses, in the order of the text. */
  readonly uses: readonly AvroUse[];
  /** What it refers to with `$ref`. */
  readonly references: readonly { readonly reference: string; readonly pointer: string }[];
  /** Every type with the place where it stands, for what can only be judged once all names are known. */
  readonly unions: readonly { readonly branches: readonly AvroType[]; readonly pointer: string }[];
  readonly fields: readonly { readonly field: AvroField; readonly pointer: string }[];
  /** What is wrong with it whatever other texts say. */
  readonly flaws: readonly Flaw[];
}

export interface AvroDefinition {
  readonly type: AvroType;
  readonly pointer: string;
  /** How many names had been used before: a use that came earlier came too early. */
  readonly order: number;
}

export interface AvroUse {
  readonly name: string;
  readonly namespace: string;
  readonly pointer: string;
}

/** How a unit reaches what it names. */
export interface Reach {
  name(use: AvroUse): AvroType;
  reference(reference: string): AvroType;
}

/** Reads one definition. Never throws: what is malformed is a flaw, and `unknown` in the graph. */
export function parseAvro(definition: unknown, reach: Reach): AvroUnit {
  const definitions = new Map<string, AvroDefinition>();
  const uses: AvroUse[] = [];
  const references: { reference: string; pointer: string }[] = [];
  const unions: { branches: readonly AvroType[]; pointer: string }[] = [];
  const fields: { field: AvroField; pointer: string }[] = [];
  const flaws: Flaw[] = [];
  const type = whole(definition);
  return { type, definitions, uses, references, unions, fields, flaws };

  /** AsyncAPI wants Avro as an object; some documents hold it as a text. */
  function whole(value: unknown): AvroType {
    if (typeof value !== 'string' || !/^\s*[[{"]/.test(value)) return schema(value, '', '');
    try {
      return schema(JSON.parse(value), '', '');
    } catch (error) {
      return bad(
        '',
        `the text is no JSON: ${(error as Error).message}`,
        'Write the schema as an object and not as text.',
      );
    }
  }

  function schema(value: unknown, namespace: string, pointer: string): AvroType {
    if (typeof value === 'string') return byName(value, namespace, pointer);
    if (Array.isArray(value)) return union(value, namespace, pointer);
    if (!isObject(value))
      return bad(pointer, `a type is a name, an object or a list, and this is ${typeOf(value)}`, 'Name a type.');
    if (typeof value.$ref === 'string') return refer(value.$ref, pointer);
    const { type } = value;
    if (typeof type === 'string')
      return COMPLEX.has(type) ? complex(value, type, namespace, pointer) : plain(value, type, namespace, pointer);
    if (type === undefined) return typeless(value, pointer);
    flag(
      'portability',
      pointerOf(pointer, 'type'),
      'a `type` is written inside another `type`',
      'Write the inner type alone: most readers refuse the outer one.',
    );
    return schema(type, namespace, pointerOf(pointer, 'type'));
  }

  function typeless(value: JsonObject, pointer: string): AvroType {
    if (typeof value.protocol === 'string')
      return bad(
        pointer,
        'this is an Avro protocol, and a message needs a schema',
        'Refer to one of its types: `file.avpr#/types/0`.',
      );
    const json = ['properties', '$schema', 'allOf', 'oneOf'].some(key => Object.hasOwn(value, key));
    return bad(
      pointer,
      'this type has no `type`',
      json ? 'It looks like JSON Schema: correct the `schemaFormat`.' : 'Add `type`.',
    );
  }

  function complex(value: JsonObject, word: string, namespace: string, pointer: string): AvroType {
    if (NAMED.has(word)) return named(value, word, namespace, pointer);
    const key = word === 'array' ? 'items' : 'values';
    const inner = own(value, key);
    const type =
      inner === undefined
        ? bad(pointer, `this ${word} has no \`${key}\``, `Add \`${key}\` with the type of what it holds.`)
        : schema(inner, namespace, pointerOf(pointer, key));
    return word === 'array' ? { kind: 'array', items: type } : { kind: 'map', values: type };
  }

  function plain(value: JsonObject, word: string, namespace: string, pointer: string): AvroType {
    const type = byName(word, namespace, pointerOf(pointer, 'type'));
    return type.kind === 'primitive' ? { ...type, ...logical(value, { word }, pointer) } : type;
  }

  function logical(value: JsonObject, on: { word: string; size?: number }, pointer: string): Logical {
    const { logical, ignored } = logicalOf(value, on);
    if (ignored)
      flag(
        'ignored',
        pointerOf(pointer, ignored.key),
        ignored.why,
        'Correct it, or leave the logical type out if the plain type is meant.',
      );
    return logical;
  }

  function union(list: readonly unknown[], namespace: string, pointer: string): AvroType {
    const branches = list.map((branch, index) => schema(branch, namespace, pointerOf(pointer, index)));
    unions.push({ branches, pointer });
    return { kind: 'union', branches };
  }

  function named(value: JsonObject, word: string, outer: string, pointer: string): AvroType {
    const { name } = value;
    if (typeof name !== 'string') {
      const problem = name === undefined ? 'has no `name`' : `has a \`name\` that is no text but ${typeOf(name)}`;
      return bad(
        name === undefined ? pointer : pointerOf(pointer, 'name'),
        `this ${word} ${problem}`,
        'Give it a name.',
      );
    }
    const fullName = fullNameOf(name, namespaceIn(value, name, outer, pointer, flag));
    checkName(fullName, name, pointer, flag);
    const known = definitions.get(fullName);
    // Known before its body is read: a type may contain itself.
    const hold: { type: AvroType } = { type: { kind: 'unknown', reason: `${fullName} is not read yet` } };
    const definition = {
      get type() {
        return hold.type;
      },
      pointer: pointerOf(pointer, 'name'),
      order: uses.length,
    };
    if (!known) definitions.set(fullName, definition);
    else
      flag(
        'invalid',
        pointerOf(pointer, 'name'),
        `the type \`${fullName}\` is defined a second time`,
        `Refer to it by its name, \`"${fullName}"\`, or give this one a name of its own.`,
      );
    hold.type = body(value, word, { fullName, aliases: aliasesOf(value, pointer, flag), ...docOf(value) }, pointer);
    return hold.type;
  }

  function body(value: JsonObject, word: string, name: Named, pointer: string): AvroType {
    if (word === 'fixed') return fixed(value, name, pointer);
    if (word === 'enum') return enumeration(value, name, pointer);
    if (!Array.isArray(value.fields)) return notAList(value, 'fields', `the record \`${name.fullName}\``, pointer);
    const known = new Map<string, number>();
    const inner = value.fields.flatMap((field, index) =>
      fieldOf(field, namespaceOf(name.fullName), pointerOf(pointer, 'fields', index), known),
    );
    for (const { field, at } of inner)
      for (const alias of field.aliases)
        if (alias !== field.name && known.has(alias))
          flag(
            'invalid',
            pointerOf(at, 'aliases'),
            `the field \`${field.name}\` has the alias \`${alias}\`, which is another field of the record`,
            'Remove the alias.',
          );
    return { kind: 'record', fields: inner.map(({ field }) => field), ...name };
  }

  function fixed(value: JsonObject, name: Named, pointer: string): AvroType {
    const { size } = value;
    if (!Number.isInteger(size) || (size as number) < 0) {
      const problem = size === undefined ? 'has no `size`' : `has the size ${JSON.stringify(size)}`;
      return bad(
        size === undefined ? pointer : pointerOf(pointer, 'size'),
        `the fixed \`${name.fullName}\` ${problem}`,
        'Give it a whole number of bytes.',
      );
    }
    return {
      kind: 'fixed',
      size: size as number,
      ...name,
      ...logical(value, { word: 'fixed', size: size as number }, pointer),
    };
  }

  function enumeration(value: JsonObject, name: Named, pointer: string): AvroType {
    if (!Array.isArray(value.symbols)) return notAList(value, 'symbols', `the enum \`${name.fullName}\``, pointer);
    const symbols = symbolsOf(value.symbols, pointer, flag);
    const fallback = value.default;
    if (fallback !== undefined && !symbols.has(fallback as string))
      flag(
        'invalid',
        pointerOf(pointer, 'default'),
        `the default ${JSON.stringify(fallback)} of the enum \`${name.fullName}\` is none of its symbols`,
        'Name one of the symbols, or add it to them.',
      );
    return { kind: 'enum', symbols: [...symbols], ...name, ...(typeof fallback === 'string' && { default: fallback }) };
  }

  function notAList(value: JsonObject, key: string, what: string, pointer: string): AvroType {
    const found = own(value, key);
    if (found === undefined) return bad(pointer, `${what} has no \`${key}\``, `Add the list \`${key}\`.`);
    return bad(
      pointerOf(pointer, key),
      `the \`${key}\` of ${what} are no list but ${typeOf(found)}`,
      `Write \`${key}\` as a list.`,
    );
  }

  function fieldOf(
    value: unknown,
    namespace: string,
    pointer: string,
    known: Map<string, number>,
  ): { field: AvroField; at: string }[] {
    if (!isObject(value) || typeof value.name !== 'string') {
      flag(
        'invalid',
        pointer,
        isObject(value) ? 'a field has no `name`' : `a field is an object, and this is ${typeOf(value)}`,
        'Write it as an object with `name` and `type`.',
      );
      return [];
    }
    const { name } = value;
    if (!isName(name))
      flag(
        'invalid',
        pointerOf(pointer, 'name'),
        `the field name ${JSON.stringify(name)} is no name`,
        `Rename it, and list the old name under \`aliases\`. ${NAME_RULE}`,
      );
    else if (known.has(name))
      flag(
        'invalid',
        pointerOf(pointer, 'name'),
        `the record has a second field \`${name}\``,
        'Rename or remove one of them.',
      );
    known.set(name, known.size);
    if (value.order !== undefined && !ORDERS.includes(value.order))
      flag(
        'invalid',
        pointerOf(pointer, 'order'),
        `the order ${JSON.stringify(value.order)} of the field \`${name}\` is none of ${ORDERS.join(', ')}`,
        'Correct it or leave it out.',
      );
    const field: AvroField = {
      name,
      type: fieldType(value, name, namespace, pointer),
      aliases: aliasesOf(value, pointer, flag),
      ...docOf(value),
      ...(value.default !== undefined && { default: value.default }),
    };
    fields.push({ field, pointer });
    return [{ field, at: pointer }];
  }

  function fieldType(value: JsonObject, name: string, namespace: string, pointer: string): AvroType {
    const { type, logicalType } = value;
    if (typeof value.$ref === 'string' && type === undefined) return refer(value.$ref, pointer);
    if (type === undefined) return bad(pointer, `the field \`${name}\` has no \`type\``, 'Add it.');
    const at = pointerOf(pointer, 'type');
    if (typeof type === 'string' && COMPLEX.has(type))
      return bad(
        at,
        `the ${type} of the field \`${name}\` is written beside the field’s name`,
        `Give it an object of its own: \`"type": {"type": "${type}", …}\`.`,
      );
    if (logicalType !== undefined)
      flag(
        'ignored',
        pointerOf(pointer, 'logicalType'),
        `the \`logicalType\` of the field \`${name}\` stands beside its type and not in it`,
        `Write \`"type": {"type": ${JSON.stringify(type)}, "logicalType": ${JSON.stringify(logicalType)}}\`.`,
      );
    return schema(type, namespace, at);
  }

  function refer(reference: string, pointer: string): AvroType {
    references.push({ reference, pointer });
    return reach.reference(reference);
  }

  function byName(name: string, namespace: string, pointer: string): AvroType {
    if (PRIMITIVES.has(name)) return { kind: 'primitive', name: name as PrimitiveName };
    if (name.startsWith('#/')) return refer(name, pointer);
    const on = underlyingOf(name);
    if (on !== undefined)
      return bad(
        pointer,
        `\`${name}\` is a logical type and no type`,
        `Write \`{"type": "${on}", "logicalType": "${name}"}\`.`,
      );
    const use = { name, namespace, pointer };
    uses.push(use);
    return { kind: 'reference', name, resolve: () => reach.name(use) };
  }

  function flag(kind: Flaw['kind'], pointer: string, message: string, help: string): void {
    if (flaws.length < MOST_FLAWS) flaws.push({ kind, pointer, message, help });
  }

  function bad(pointer: string, reason: string, help: string): AvroType {
    flag('invalid', pointer, reason, help);
    return { kind: 'unknown', reason };
  }
}

/** Flaws of one definition that are told. */
const MOST_FLAWS = 200;

const ORDERS: readonly unknown[] = ['ascending', 'descending', 'ignore'];

function docOf(schema: JsonObject): { doc?: string } {
  return typeof schema.doc === 'string' ? { doc: schema.doc } : {};
}
