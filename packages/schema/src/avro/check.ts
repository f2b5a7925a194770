import { pointerOf } from '@portolan/base';
import type { Flaw } from '../flaw.ts';
import { judgeAvro } from '../validate/avro-value.ts';
import type { Around } from './around.ts';
import { canonicalForm } from './canonical.ts';
import { type AvroType, branchName, target } from './model.ts';
import { fullNameOf, hintFor, namespaceOf } from './names.ts';
import type { AvroUnit } from './parse.ts';

/** What can only be judged once every name is known: uses, unions, defaults, and names that stand for two things. */
export function checkAvro(unit: AvroUnit, around: Around): Flaw[] {
  return [
    ...uses(unit, around),
    ...definedTwice(unit, around),
    ...referredTwice(unit, around),
    ...unit.unions.flatMap(place => [...union(place)]),
    ...unit.fields.flatMap(place => [...defaults(place)]),
  ];
}

function* uses(unit: AvroUnit, around: Around): Generator<Flaw> {
  for (const [order, use] of unit.uses.entries()) {
    const { definition, own, fullName } = around.find(use);
    const { pointer } = use;
    if (!definition) {
      const hint = hintFor(fullName, around.names());
      const message = `the type \`${use.name}\` is defined nowhere`;
      const help = `Define it, refer to the file that does with \`{"$ref": "…"}\`, or put it under the components.${hint}`;
      yield { kind: 'invalid', pointer, message, help };
    } else if (own && fullName !== fullNameOf(use.name, use.namespace)) {
      const message = `\`${use.name}\` means \`${fullNameOf(use.name, use.namespace)}\` here, and only a \`${use.name}\` without a namespace is defined`;
      yield {
        kind: 'portability',
        pointer,
        message,
        help: 'Give the type the namespace that surrounds it: not every reader looks further.',
      };
    } else if (own && definition.order > order) {
      const message = `the type \`${use.name}\` is used before it is defined`;
      yield {
        kind: 'invalid',
        pointer,
        message,
        help: 'Write the definition where it is used first, and the name from then on.',
      };
    } else if (!own) {
      const [first, other] = different(around.elsewhere(fullName));
      if (first === undefined || other === undefined) continue;
      const message = `the type \`${fullName}\` is defined differently in \`${first}\` and in \`${other}\``;
      yield { kind: 'invalid', pointer, message, help: 'Keep one definition, or give the types names of their own.' };
    }
  }
}

/** The ids of two texts whose definitions of one name do not read the same bytes. */
function different(definitions: ReadonlyMap<string, { readonly type: AvroType }>): readonly string[] {
  const [first, ...others] = definitions;
  const other = first && others.find(([, { type }]) => differ(type, first[1].type));
  return first && other ? [first[0], other[0]] : [];
}

function* definedTwice(unit: AvroUnit, around: Around): Generator<Flaw> {
  for (const [fullName, { type, pointer }] of unit.definitions) {
    for (const [id, other] of around.elsewhere(fullName)) {
      if (!differ(other.type, type)) continue;
      const message = `the type \`${fullName}\` is defined differently here and in \`${id}\``;
      yield { kind: 'invalid', pointer, message, help: 'Keep one definition, or give the types names of their own.' };
    }
    yield* aliased(unit, fullName, type, pointer);
  }
}

/** Two texts that one refers to must not mean different things by one name. */
function* referredTwice(unit: AvroUnit, around: Around): Generator<Flaw> {
  const known = new Map<string, readonly [id: string, type: AvroType]>();
  for (const { reference, pointer } of unit.references) {
    const [id, definitions] = around.referred(reference) ?? [];
    for (const [fullName, { type }] of definitions ?? []) {
      const [first, other] = known.get(fullName) ?? [];
      if (id !== undefined && !known.has(fullName)) known.set(fullName, [id, type]);
      if (!other || first === id || !differ(other, type)) continue;
      const message = `the type \`${fullName}\` is defined differently in \`${first}\` and in \`${id}\``;
      yield { kind: 'invalid', pointer, message, help: 'Keep one definition, or give the types names of their own.' };
    }
  }
}

/** Aliases are names, and must be as unique as those. */
function* aliased(unit: AvroUnit, fullName: string, type: AvroType, pointer: string): Generator<Flaw> {
  for (const alias of 'aliases' in type ? type.aliases : []) {
    const full = fullNameOf(alias, namespaceOf(fullName));
    if (full === fullName || !unit.definitions.has(full)) continue;
    const message = `the type \`${fullName}\` has the alias \`${alias}\`, which is another type of this schema`;
    yield { kind: 'invalid', pointer, message, help: 'Remove the alias.' };
  }
}

/** True for types that certainly do not read the same bytes; false where a part of one is unknown. */
function differ(a: AvroType, b: AvroType): boolean {
  const [one, other] = [a, b].map(formOf);
  return one !== undefined && other !== undefined && one !== other;
}

function formOf(type: AvroType): string | undefined {
  try {
    return canonicalForm(type);
  } catch {
    return undefined;
  }
}

function* union({ branches, pointer }: AvroUnit['unions'][number]): Generator<Flaw> {
  const known = new Set<string>();
  for (const [index, branch] of branches.entries()) {
    const { kind } = target(branch);
    const at = pointerOf(pointer, index);
    if (kind === 'unknown') continue;
    if (kind === 'union') {
      yield {
        kind: 'invalid',
        pointer: at,
        message: 'a union stands directly in a union',
        help: 'List the branches of the inner union in the outer one.',
      };
      continue;
    }
    const name = branchName(branch);
    if (known.has(name)) {
      const message = `the union has two branches of the type \`${name}\``;
      yield {
        kind: 'invalid',
        pointer: at,
        message,
        help: 'Remove one of them. Only records, enums and fixed types may stand several times, under different names.',
      };
    }
    known.add(name);
  }
}

function* defaults({ field, pointer }: AvroUnit['fields'][number]): Generator<Flaw> {
  if (field.default === undefined) return;
  const verdict = judgeAvro(field.type, field.default, 'default');
  const at = pointerOf(pointer, 'default');
  if ('valid' in verdict && !verdict.valid) {
    const [problem] = verdict.problems;
    const inner = problem?.pointer ? `: \`${problem.pointer}\` ${problem.message}` : ` ${problem?.message}`;
    const message = `the default of the field \`${field.name}\`${inner}`;
    yield { kind: 'invalid', pointer: at, message, help: helpForDefault(field.type, field.default) };
    return;
  }
  const type = target(field.type);
  if (type.kind !== 'union' || !type.branches[0] || 'notChecked' in verdict) return;
  const first = judgeAvro(type.branches[0], field.default, 'default');
  if (!('valid' in first) || first.valid) return;
  const message = `the default of the field \`${field.name}\` is none of the first branch of its union, \`${branchName(type.branches[0])}\``;
  const help = 'Put the branch of the default first: readers older than Avro 1.12 refuse the schema.';
  const quoted = field.default === 'null' ? ' If nothing is meant, write `null` without quotes.' : '';
  yield { kind: 'portability', pointer: at, message, help: help + quoted };
}

function helpForDefault(type: AvroType, value: unknown): string {
  const found = target(type);
  const branches = found.kind === 'union' ? found.branches : [found];
  if (value === null) return 'Leave the default out, or let the type be a union that begins with `"null"`.';
  if (branches.some(branch => branchName(branch) === 'bytes' || target(branch).kind === 'fixed'))
    return 'Write the bytes as a text whose characters are their values, `"\\u00ff"` for 255.';
  const named = typeof value === 'object' && branches.some(branch => Object.keys(value)[0] === branchName(branch));
  if (named) return 'Write the default of a union as the value alone, without the name of its branch.';
  return 'Correct the default, or the type of the field.';
}
