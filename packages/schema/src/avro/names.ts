import { nearest } from '@portolan/base';
import type { PrimitiveName } from './model.ts';

/** The primitive types (Avro 1.12, “Primitive Types”). */
export const PRIMITIVES: ReadonlySet<string> = new Set<PrimitiveName>([
  'null',
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
]);

/** The kinds of type that have a name; `error` is the record of a protocol's errors. */
export const NAMED: ReadonlySet<string> = new Set(['record', 'error', 'enum', 'fixed']);

/** Every kind of type that is written as an object. */
export const COMPLEX: ReadonlySet<string> = new Set([...NAMED, 'array', 'map']);

/** The full name behind a name that is written where a namespace holds. */
export function fullNameOf(name: string, namespace: string): string {
  return name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
}

/** The namespace of a full name; '' is the null namespace. */
export function namespaceOf(fullName: string): string {
  return fullName.slice(0, Math.max(0, fullName.lastIndexOf('.')));
}

/** Name of a type as people say it: without its namespace. */
export function simpleName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf('.') + 1);
}

/** True for a name of a type, a field or a symbol (Avro 1.12, “Names”). */
export function isName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

/** True for a name with or without a namespace. */
export function isFullName(text: string): boolean {
  return text.split('.').every(isName);
}

export const NAME_RULE = 'It may hold letters from A to Z, digits and `_`, and does not begin with a digit.';

/** Words of other languages for what Avro has a word of its own for. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['integer', 'int'],
  ['int32', 'int'],
  ['int64', 'long'],
  ['number', 'double'],
  ['decimal', 'bytes'],
  ['bool', 'boolean'],
  ['text', 'string'],
  ['str', 'string'],
  ['binary', 'bytes'],
  ['object', 'record'],
  ['list', 'array'],
]);

/** What somebody who wrote the name of a type that is not there may have meant. */
export function hintFor(name: string, known: Iterable<string>): string {
  const simple = simpleName(name);
  const names = new Map(Array.from(known, full => [simpleName(full), full] as const));
  const close = nearest(simple, [...names.keys(), ...PRIMITIVES, ...COMPLEX]);
  const meant = names.get(simple) ?? MEANT.get(simple.toLowerCase()) ?? names.get(close ?? '') ?? close;
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}
