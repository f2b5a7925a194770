import { pointerOf } from '@portolan/base';
import { isObject, type JsonObject, typeOf } from '../json.ts';
import type { Property, Shape } from '../shape.ts';
import { isOfKind, type Language, limitBroken } from './json-form.ts';
import { type Problem, type Verdict, verdictOf } from './verdict.ts';

/** Times that a shape may be laid on a part of one value. */
const MOST_STEPS = 100_000;

/**
 * Judges a value by what a schema looks like: for Avro and Protobuf, whose shapes say all that their JSON forms demand.
 * Where the shape stops (a type of another file, too deep), the verdict is `notChecked` unless something is wrong before.
 */
export function validateByShape(shape: Shape, language: Language, value: unknown): Verdict {
  const judged: Judged = { language, problems: [], unseen: undefined, steps: { left: MOST_STEPS } };
  judge(shape, value, '', judged, []);
  if (judged.steps.left < 0) return { notChecked: 'judging it could take too long: its alternatives multiply' };
  if (judged.problems.length === 0 && judged.unseen !== undefined) return { notChecked: judged.unseen };
  return verdictOf(judged.problems);
}

interface Judged {
  readonly language: Language;
  readonly problems: Problem[];
  /** Why a part could not be looked at. */
  unseen: string | undefined;
  readonly steps: { left: number };
}

/** `around` are the shapes that this one stands in, the outermost first. */
function judge(shape: Shape, value: unknown, pointer: string, judged: Judged, around: readonly Shape[]): void {
  if (--judged.steps.left < 0) return;
  if (value === null && (shape.nullable || shape.kind === 'null' || shape.kind === 'any')) return;
  if (shape.recursive) {
    const index = around.findLastIndex(outer => outer.name === shape.name && outer.kind === shape.kind);
    const outer = around[index];
    if (outer) judge(outer, value, pointer, judged, around.slice(0, index));
    else judged.unseen ??= `“${shape.name ?? shape.type}” contains itself and cannot be followed`;
    return;
  }
  if (shape.kind === 'opaque') {
    judged.unseen ??= shape.notChecked ?? 'a part of the schema cannot be read';
    return;
  }
  if (shape.kind === 'union') {
    judgeUnion(shape, value, pointer, judged, around);
    return;
  }
  const inner = shape.nullable ? unwrapped(shape, value, judged.language) : value;
  const message = complaint(shape, inner, judged.language);
  if (message !== undefined) {
    judged.problems.push({ pointer, message });
    return;
  }
  const inside = [...around, shape];
  if (isObject(inner) && shape.kind !== 'any') judgeMembers(shape, inner, pointer, judged, inside);
  if (!Array.isArray(inner) || !shape.items) return;
  for (const [index, item] of inner.entries()) judge(shape.items, item, pointerOf(pointer, index), judged, inside);
}

/** What is wrong with a value itself, whatever is inside it. */
function complaint(shape: Shape, value: unknown, language: Language): string | undefined {
  if (!isOfKind(shape, value, language)) return `is ${article(typeOf(value))}, but must be ${article(shape.type)}`;
  if (!shape.enum || shape.enum.includes(value)) return limitBroken(shape, value);
  if (language === 'protobuf' && Number.isInteger(value)) return undefined;
  return `is ${JSON.stringify(value)}, but must be one of ${shape.enum.join(', ')}`;
}

function judgeMembers(
  shape: Shape,
  value: JsonObject,
  pointer: string,
  judged: Judged,
  around: readonly Shape[],
): void {
  const known = new Set<string>();
  for (const property of shape.properties ?? []) {
    const written = writtenName(property, value, judged.language);
    known.add(written);
    const isThere = Object.hasOwn(value, written);
    // The JSON form of Protobuf lets null stand for a field that is not set.
    const isSet = isThere && !(judged.language === 'protobuf' && value[written] === null);
    if (isSet) judge(property.shape, value[written], pointerOf(pointer, written), judged, around);
    else if (property.required) judged.problems.push({ pointer, message: `lacks \`${property.name}\`` });
  }
  for (const [name, member] of Object.entries(value)) {
    if (known.has(name) || shape.type === 'Struct') continue;
    if (shape.items) judge(shape.items, member, pointerOf(pointer, name), judged, around);
    else if (shape.type === 'Any') judged.unseen ??= 'what a google.protobuf.Any holds is told by the value itself';
    else
      judged.problems.push({ pointer: pointerOf(pointer, name), message: 'is a field that the schema does not have' });
  }
  judgeChoices(shape, value, pointer, judged);
}

/** Of the fields of a Protobuf oneof, one at most is set. */
function judgeChoices(shape: Shape, value: JsonObject, pointer: string, judged: Judged): void {
  for (const { name, value: fields } of shape.constraints) {
    if (!name.startsWith('oneof ') || !Array.isArray(fields)) continue;
    const properties = (shape.properties ?? []).filter(property => fields.includes(property.name));
    const set = properties.filter(property => (value[writtenName(property, value, judged.language)] ?? null) !== null);
    if (set.length < 2) continue;
    const names = set.map(property => `\`${property.name}\``).join(' and ');
    judged.problems.push({ pointer, message: `has ${names}, of which only one may be set` });
  }
}

function judgeUnion(shape: Shape, value: unknown, pointer: string, judged: Judged, around: readonly Shape[]): void {
  for (const variant of shape.variants ?? []) {
    const attempt: Judged = { ...judged, problems: [], unseen: undefined };
    judge(variant, unwrapped(variant, value, judged.language), pointer, attempt, around);
    if (attempt.problems.length > 0) continue;
    judged.unseen ??= attempt.unseen;
    return;
  }
  judged.problems.push({ pointer, message: 'matches none of the alternatives' });
}

/** The JSON encoding of Avro writes a union's value under the name of its branch: `{ "string": "x" }`. */
function unwrapped(shape: Shape, value: unknown, language: Language): unknown {
  if (language !== 'avro' || !isObject(value)) return value;
  const [key, ...more] = Object.keys(value);
  if (key === undefined || more.length > 0 || shape.properties?.some(({ name }) => name === key)) return value;
  const branch = shape.name ?? shape.type.replace(/<.*/s, '');
  return key === branch || key.split('.').at(-1) === branch ? value[key] : value;
}

/** The name a member goes by in a value: Protobuf fields have one of their own for JSON, `unit_price` is `unitPrice`. */
function writtenName({ name, shape }: Property, value: JsonObject, language: Language): string {
  if (language !== 'protobuf' || Object.hasOwn(value, name)) return name;
  const stated = shape.constraints.find(constraint => constraint.name === 'json_name')?.value;
  return typeof stated === 'string' ? stated : name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}

function article(type: string): string {
  if (type === 'null') return 'null';
  return /^[aeio]/i.test(type) ? `an ${type}` : `a ${type}`;
}
