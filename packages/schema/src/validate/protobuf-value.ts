import { nearest, pointerOf } from '@portolan/base';
import { isObject, type JsonObject, own } from '../json.ts';
import { isOpen, presenceOf } from '../protobuf/features.ts';
import { jsonName } from '../protobuf/json-name.ts';
import type { ProtoEnum, ProtoField, ProtoFile, ProtoMessage } from '../protobuf/model.ts';
import type { ProtobufReading } from '../protobuf/read.ts';
import { resolveType, SCALARS } from '../protobuf/resolve.ts';
import { wellKnownName } from '../protobuf/well-known.ts';
import type { Known, World } from '../protobuf/world.ts';
import { hasOwnForm, holdsNull, knownProblem } from './protobuf-known.ts';
import { keyProblem, notA, scalarProblem, shown } from './protobuf-scalar.ts';
import { MOST_PROBLEMS, type Problem, type Verdict, verdictOf } from './verdict.ts';

/**
 * Says whether a JSON value is a message by the JSON mapping of Protobuf: fields by their JSON names or by those of the
 * text, whole numbers as numbers or texts, bytes in base64, enums by name or number, null for a field that is not set,
 * and the types that come with the language each in its own form.
 */
export function judgeProtobuf({ world, file, message }: ProtobufReading, value: unknown): Verdict {
  const judged: Judged = { world, file, problems: [], unseen: undefined };
  if (isObject(value)) judgeMessage(message, file, value, '', judged);
  else complain(judged, '', notA('message', value));
  if (judged.problems.length === 0 && judged.unseen !== undefined) return { notChecked: judged.unseen };
  return verdictOf(judged.problems);
}

interface Judged {
  readonly world: World;
  /** The file of the whole: what an Any holds is looked for among what it sees. */
  readonly file: ProtoFile;
  readonly problems: Problem[];
  /** Why a part could not be looked at. */
  unseen: string | undefined;
}

function judgeMessage(
  message: ProtoMessage,
  file: ProtoFile,
  value: JsonObject,
  pointer: string,
  judged: Judged,
): void {
  if (judged.problems.length >= MOST_PROBLEMS) return;
  const known = new Set<string>();
  const choices = new Map<string, string[]>();
  for (const field of message.fields) {
    const names = [...new Set([jsonName(field), field.name])];
    for (const name of names) known.add(name);
    const written = names.filter(name => Object.hasOwn(value, name));
    if (written.length > 1) complain(judged, pointer, `has \`${written.join('` and `')}\`, which are one field`);
    const [name] = written;
    const type = name === undefined ? undefined : typeOfField(field, message, file, judged.world);
    // Null stands for a field that is not set, except where null is a value of its type.
    const isSet = name !== undefined && (value[name] !== null || (field.label !== 'repeated' && isNullable(type)));
    if (name === undefined || !isSet) {
      if (presenceOf(field, message, file) === 'required') complain(judged, pointer, `lacks \`${field.name}\``);
      continue;
    }
    judgeField(field, type, value[name], pointerOf(pointer, name), judged);
    if (field.oneof !== undefined) choices.set(field.oneof, [...(choices.get(field.oneof) ?? []), name]);
  }
  for (const set of choices.values())
    if (set.length > 1)
      complain(judged, pointer, `has ${set.map(name => `\`${name}\``).join(' and ')}, of which only one may be set`);
  for (const name of Object.keys(value)) if (!known.has(name)) unknownField(name, known, value, pointer, judged);
}

function unknownField(
  name: string,
  known: ReadonlySet<string>,
  value: JsonObject,
  pointer: string,
  judged: Judged,
): void {
  if (/^\[.+\]$/.test(name)) {
    judged.unseen ??= `\`${name}\` is an extension, and extensions are not read`;
    return;
  }
  const close = nearest(name, known);
  const hint = close === undefined || Object.hasOwn(value, close) ? '' : `, which has \`${close}\``;
  complain(judged, pointerOf(pointer, name), `is a field that the schema does not have${hint}`);
}

/** What a field holds: the name of a scalar, a type, or nothing where it cannot be found. */
type FieldType = string | Known | undefined;

function typeOfField(field: ProtoField, message: ProtoMessage, file: ProtoFile, world: World): FieldType {
  return SCALARS.has(field.type) ? field.type : resolveType(field.type, message.fullName, file, world);
}

function isNullable(type: FieldType): boolean {
  const name = typeof type === 'object' && 'wellKnown' in type ? wellKnownName(type.wellKnown) : undefined;
  return name !== undefined && holdsNull(name);
}

function judgeField(field: ProtoField, type: FieldType, value: unknown, pointer: string, judged: Judged): void {
  if (field.key !== undefined) judgeMap(field, field.key, type, value, pointer, judged);
  else if (field.label !== 'repeated') judgeValue(field, type, value, pointer, judged);
  else if (!Array.isArray(value)) complain(judged, pointer, notA('list', value));
  else for (const [index, item] of value.entries()) judgeItem(field, type, item, pointerOf(pointer, index), judged);
}

function judgeMap(
  field: ProtoField,
  key: string,
  type: FieldType,
  value: unknown,
  pointer: string,
  judged: Judged,
): void {
  if (!isObject(value)) {
    complain(judged, pointer, notA('map', value));
    return;
  }
  for (const [name, item] of Object.entries(value)) {
    const problem = keyProblem(key, name);
    if (problem !== undefined) complain(judged, pointerOf(pointer, name), problem);
    judgeItem(field, type, item, pointerOf(pointer, name), judged);
  }
}

function judgeItem(field: ProtoField, type: FieldType, value: unknown, pointer: string, judged: Judged): void {
  if (value === null && !isNullable(type)) complain(judged, pointer, 'is null, which no item may be');
  else judgeValue(field, type, value, pointer, judged);
}

function judgeValue(field: ProtoField, type: FieldType, value: unknown, pointer: string, judged: Judged): void {
  if (judged.problems.length >= MOST_PROBLEMS) return;
  if (type === undefined) judged.unseen ??= `the type \`${field.type}\` is not at hand`;
  else if (typeof type === 'string') problem(scalarProblem(type, value));
  else if ('wellKnown' in type) judgeKnown(type.wellKnown, value, pointer, judged);
  else if (type.type.kind === 'enum') problem(enumProblem(type.type, type.file, value));
  else if (isObject(value)) judgeMessage(type.type, type.file, value, pointer, judged);
  else problem(notA(`message \`${type.type.name}\``, value));

  function problem(message: string | undefined): void {
    if (message !== undefined) complain(judged, pointer, message);
  }
}

function enumProblem(type: ProtoEnum, file: ProtoFile, value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) {
    if (isOpen(type, file) || type.values.some(({ number }) => number === value)) return undefined;
    return `is ${value}, which is no value of the enum \`${type.name}\``;
  }
  if (typeof value !== 'string') return notA(`value of the enum \`${type.name}\``, value);
  if (type.values.some(({ name }) => name === value)) return undefined;
  return `is ${shown(value)}, but must be one of ${type.values.map(({ name }) => name).join(', ')}`;
}

function judgeKnown(fullName: string, value: unknown, pointer: string, judged: Judged): void {
  const name = wellKnownName(fullName) ?? '';
  if (name === 'Any') judgeAny(value, pointer, judged);
  else if (hasOwnForm(name)) {
    const problem = knownProblem(name, value);
    if (problem !== undefined) complain(judged, pointer, problem);
  } else judged.unseen ??= `what a ${fullName} holds is not read`;
}

/** An Any says itself what it holds: a message with its fields beside `@type`, or a `value` in a form of its own. */
function judgeAny(value: unknown, pointer: string, judged: Judged): void {
  const url = isObject(value) ? own(value, '@type') : undefined;
  if (!isObject(value)) complain(judged, pointer, notA('message `google.protobuf.Any`', value));
  else if (typeof url === 'string') judgeHeld(url, value, pointer, judged);
  else if (Object.keys(value).length > 0) complain(judged, pointer, 'lacks `@type`, which says what it holds');
}

function judgeHeld(url: string, value: JsonObject, pointer: string, judged: Judged): void {
  const fullName = url.slice(url.lastIndexOf('/') + 1);
  const type = judged.world.visible(judged.file).get(fullName);
  if (wellKnownName(fullName) !== undefined)
    judgeKnown(fullName, own(value, 'value'), pointerOf(pointer, 'value'), judged);
  else if (type && 'type' in type && type.type.kind === 'message') {
    const { '@type': _, ...fields } = value;
    judgeMessage(type.type, type.file, fields, pointer, judged);
  } else judged.unseen ??= `\`${url}\`, which an Any holds, is not at hand`;
}

function complain(judged: Judged, pointer: string, message: string): void {
  judged.problems.push({ pointer, message });
}
