import { pointerOf } from '@portolan/base';
import { isObject, typeOf } from '../json.ts';
import type { Shape } from '../shape.ts';
import { type Problem, type Verdict, verdictOf } from './verdict.ts';

/**
 * Judges a value by what a schema looks like: for Avro and Protobuf, whose shapes say all that their JSON forms demand.
 * Where the shape stops (a type of another file, a recursion), the verdict is `notChecked` unless something is wrong before.
 */
export function validateByShape(shape: Shape, value: unknown): Verdict {
  const judged: Judged = { problems: [], unseen: undefined };
  judge(shape, value, '', judged);
  if (judged.problems.length === 0 && judged.unseen !== undefined) return { notChecked: judged.unseen };
  return verdictOf(judged.problems);
}

interface Judged {
  readonly problems: Problem[];
  /** Why a part could not be looked at. */
  unseen: string | undefined;
}

function judge(shape: Shape, value: unknown, pointer: string, judged: Judged): void {
  if (value === null && (shape.nullable || shape.kind === 'null' || shape.kind === 'any')) return;
  if (shape.recursive || shape.kind === 'opaque') {
    judged.unseen ??= shape.notChecked ?? `“${shape.name ?? shape.type}” contains itself and is judged one level deep`;
    return;
  }
  if (shape.kind === 'union') {
    judgeUnion(shape, value, pointer, judged);
    return;
  }
  const inner = unwrapped(shape, value);
  if (!isOfKind(shape, inner)) {
    judged.problems.push({ pointer, message: `is ${article(typeOf(value))}, but must be ${article(shape.type)}` });
    return;
  }
  if (shape.enum && !shape.enum.includes(inner)) {
    judged.problems.push({
      pointer,
      message: `is ${JSON.stringify(inner)}, but must be one of ${shape.enum.join(', ')}`,
    });
  }
  if (isObject(inner)) judgeMembers(shape, inner, pointer, judged);
  if (Array.isArray(inner) && shape.items) {
    for (const [index, item] of inner.entries()) judge(shape.items, item, pointerOf(pointer, index), judged);
  }
}

function judgeMembers(shape: Shape, value: Readonly<Record<string, unknown>>, pointer: string, judged: Judged): void {
  const known = new Set<string>();
  for (const { name, required, shape: member } of shape.properties ?? []) {
    const written = Object.hasOwn(value, name) ? name : jsonName(name);
    known.add(written);
    if (Object.hasOwn(value, written)) judge(member, value[written], pointerOf(pointer, written), judged);
    else if (required) judged.problems.push({ pointer, message: `lacks \`${name}\`` });
  }
  for (const [name, member] of Object.entries(value)) {
    if (known.has(name)) continue;
    if (shape.items) judge(shape.items, member, pointerOf(pointer, name), judged);
    else
      judged.problems.push({ pointer: pointerOf(pointer, name), message: 'is a field that the schema does not have' });
  }
}

function judgeUnion(shape: Shape, value: unknown, pointer: string, judged: Judged): void {
  for (const variant of shape.variants ?? []) {
    const attempt: Judged = { problems: [], unseen: undefined };
    judge(variant, value, pointer, attempt);
    if (attempt.problems.length > 0) continue;
    judged.unseen ??= attempt.unseen;
    return;
  }
  judged.problems.push({ pointer, message: 'matches none of the alternatives' });
}

/** The JSON encoding of Avro writes a union's value under the name of its branch: `{ "string": "x" }`. */
function unwrapped(shape: Shape, value: unknown): unknown {
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  const key = keys[0];
  const names = [shape.type, shape.name];
  const isBranch =
    keys.length === 1 && key !== undefined && (names.includes(key) || names.includes(key.split('.').at(-1)));
  return isBranch && !shape.properties?.some(({ name }) => name === key) ? value[key] : value;
}

/** The JSON form of a Protobuf field: `unit_price` is `unitPrice`. */
function jsonName(name: string): string {
  return name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

function isOfKind({ kind, type }: Shape, value: unknown): boolean {
  switch (kind) {
    case 'object':
    case 'map':
      return isObject(value);
    case 'list':
      return Array.isArray(value);
    case 'string':
    case 'bytes':
      return typeof value === 'string';
    case 'integer':
      // 64-bit numbers are text in the JSON form of Protobuf, because JSON's own numbers cannot hold them.
      return Number.isInteger(value) || (type.endsWith('64') && typeof value === 'string' && /^-?\d+$/.test(value));
    case 'number':
      return typeof value === 'number' || value === 'NaN' || value === 'Infinity' || value === '-Infinity';
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'never':
      return false;
    default:
      return true;
  }
}

function article(type: string): string {
  if (type === 'null') return 'null';
  return /^[aeio]/i.test(type) ? `an ${type}` : `a ${type}`;
}
