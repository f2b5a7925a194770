import { nearest, pointerOf } from '@portolan/base';
import {
  type AvroFixed,
  type AvroPrimitive,
  type AvroRecord,
  type AvroType,
  branchName,
  target,
} from '../avro/model.ts';
import { simpleName } from '../avro/names.ts';
import { isObject, type JsonObject, typeOf } from '../json.ts';
import { judgeLogical } from './avro-logical.ts';
import { MOST_PROBLEMS, type Problem, type Verdict, verdictOf } from './verdict.ts';
import { base64Length } from './written.ts';

/** Times that a type may be laid on a part of one value. */
const MOST_STEPS = 100_000;

/** Types inside types that one value is followed into; every level of a value is up to three. */
const MOST_DEPTH = 600;

/**
 * How a value is written.
 *
 * - `default`: as the specification demands of the default of a field. A union takes a value of any of its branches.
 * - `example`: as people write JSON, or in Avro’s JSON encoding, in every part by itself. Besides what a default may be,
 *   a value of a union may stand under the name of its branch (`{"string": "x"}`), bytes may be base64, fixed bytes also
 *   hexadecimal, a logical type may be written as it is read (`2026-11-21`, `12.50`), and a field with a default may miss.
 */
export type Writing = 'default' | 'example';

/** Says whether a JSON value is one of an Avro type. */
export function judgeAvro(type: AvroType, value: unknown, writing: Writing): Verdict {
  const judged: Judged = { writing, problems: [], unseen: undefined, steps: { left: MOST_STEPS, depth: 0 } };
  judge(type, value, '', judged);
  if (judged.steps.left < 0) return { notChecked: 'judging it could take too long: its alternatives multiply' };
  if (judged.problems.length === 0 && judged.unseen !== undefined) return { notChecked: judged.unseen };
  return verdictOf(judged.problems);
}

interface Judged {
  readonly writing: Writing;
  readonly problems: Problem[];
  /** Why a part could not be looked at. */
  unseen: string | undefined;
  /** Shared by all attempts at one value. */
  readonly steps: { left: number; depth: number };
}

function judge(type: AvroType, value: unknown, pointer: string, judged: Judged): void {
  if (--judged.steps.left < 0 || judged.problems.length >= MOST_PROBLEMS) return;
  if (judged.steps.depth >= MOST_DEPTH) {
    judged.unseen ??= `the value is nested deeper than ${MOST_DEPTH} levels`;
    return;
  }
  judged.steps.depth++;
  judgeTarget(target(type), value, pointer, judged);
  judged.steps.depth--;
}

function judgeTarget(found: ReturnType<typeof target>, value: unknown, pointer: string, judged: Judged): void {
  switch (found.kind) {
    case 'unknown':
      judged.unseen ??= found.reason;
      return;
    case 'union':
      judgeUnion(found.branches, value, pointer, judged);
      return;
    case 'array':
      if (!Array.isArray(value)) break;
      for (const [index, item] of value.entries()) judge(found.items, item, pointerOf(pointer, index), judged);
      return;
    case 'map':
      if (!isObject(value)) break;
      for (const [key, item] of Object.entries(value)) judge(found.values, item, pointerOf(pointer, key), judged);
      return;
    case 'record':
      if (!isObject(value)) break;
      judgeRecord(found, value, pointer, judged);
      return;
    case 'enum':
      if (typeof value !== 'string') break;
      if (!found.symbols.includes(value))
        complain(judged, pointer, `is ${JSON.stringify(value)}, but must be one of ${found.symbols.join(', ')}`);
      return;
    default: {
      const message = scalarProblem(found, value, judged.writing);
      if (message !== undefined) complain(judged, pointer, message);
      return;
    }
  }
  complain(judged, pointer, `is ${article(typeOf(value))}, but must be ${article(found.kind)}`);
}

function judgeRecord(record: AvroRecord, value: JsonObject, pointer: string, judged: Judged): void {
  const known = new Set(record.fields.map(field => field.name));
  for (const field of record.fields) {
    if (Object.hasOwn(value, field.name)) judge(field.type, value[field.name], pointerOf(pointer, field.name), judged);
    else if (field.default === undefined) complain(judged, pointer, `lacks \`${field.name}\``);
  }
  for (const name of Object.keys(value)) {
    if (known.has(name)) continue;
    const close = nearest(name, known);
    const hint = close === undefined || Object.hasOwn(value, close) ? '' : `, which has \`${close}\``;
    complain(judged, pointerOf(pointer, name), `is a field that the schema does not have${hint}`);
  }
}

function judgeUnion(branches: readonly AvroType[], value: unknown, pointer: string, judged: Judged): void {
  const attempts: Judged[] = [];
  const tried = (branch: AvroType, inner: unknown, at: string) => {
    const attempt: Judged = { ...judged, problems: [], unseen: undefined };
    judge(branch, inner, at, attempt);
    if (attempt.problems.length === 0) judged.unseen ??= attempt.unseen;
    else attempts.push(attempt);
    return attempt.problems.length === 0;
  };
  const named = judged.writing === 'example' ? branchNamed(branches, value) : undefined;
  if (named && tried(named.branch, named.value, pointerOf(pointer, named.key))) return;
  const plain = branches.filter(branch => isNull(branch) === (value === null));
  if (plain.some(branch => tried(branch, value, pointer))) return;
  // Of several attempts the one that people meant: the branch they named, or the only one of that JSON type.
  const meant = named
    ? attempts
    : attempts.filter(({ problems }) => !problems.some(problem => isWhole(problem, pointer)));
  if (named || meant.length === 1) judged.problems.push(...(meant[0]?.problems ?? []));
  else if (attempts.length === 1) judged.problems.push(...(attempts[0]?.problems ?? []));
  else
    complain(
      judged,
      pointer,
      `is ${article(typeOf(value))}, which matches none of ${branches.map(branchName).join(', ')}`,
    );
}

/** True for a problem that says that the value is of another JSON type. */
function isWhole(problem: Problem, pointer: string): boolean {
  return problem.pointer === pointer && problem.message.includes(', but must be a');
}

/** The branch that the JSON encoding names around a value; the full name of a type may be cut to its last part. */
function branchNamed(branches: readonly AvroType[], value: unknown) {
  if (!isObject(value)) return undefined;
  const [key, ...more] = Object.keys(value);
  if (key === undefined || more.length > 0) return undefined;
  const branch =
    branches.find(type => branchName(type) === key) ?? branches.find(type => simpleName(branchName(type)) === key);
  return branch && { branch, key, value: value[key] };
}

function isNull(type: AvroType): boolean {
  const found = target(type);
  return found.kind === 'primitive' && found.name === 'null';
}

/** What is wrong with a value for a type that holds nothing else; undefined when nothing is. */
function scalarProblem(type: AvroPrimitive | AvroFixed, value: unknown, writing: Writing): string | undefined {
  if (writing === 'example' && type.logicalType !== undefined) {
    const logical = judgeLogical(type, value);
    if (logical === 'valid') return undefined;
    if (logical !== 'no-opinion') return logical.message;
  }
  if (type.kind === 'fixed') return fixedProblem(type, value, writing);
  const test = TESTS[type.name];
  if (!test(value, writing))
    return `is ${article(typeOf(value))}, but must be ${type.name === 'null' ? 'null' : article(type.name)}`;
  if (type.name === 'bytes') return byteProblem(value as string);
  const width = WIDTHS[type.name];
  if (width && typeof value === 'number' && (value < width[0] || value > width[1]))
    return `is ${value}, which does not fit into ${type.name}`;
  return undefined;
}

const WORDS: readonly unknown[] = ['NaN', 'Infinity', '-Infinity'];
const isNumber = (value: unknown, writing: Writing) =>
  typeof value === 'number' || (writing === 'example' && WORDS.includes(value));

const TESTS: Readonly<Record<AvroPrimitive['name'], (value: unknown, writing: Writing) => boolean>> = {
  null: value => value === null,
  boolean: value => typeof value === 'boolean',
  int: value => Number.isInteger(value),
  long: value => Number.isInteger(value),
  float: isNumber,
  double: isNumber,
  bytes: value => typeof value === 'string',
  string: value => typeof value === 'string',
};

/** What fits into a type. A JSON number near the ends of a long has been rounded, so its ends are taken as they round. */
const WIDTHS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  int: [-(2 ** 31), 2 ** 31 - 1],
  long: [-(2 ** 63), 2 ** 63],
  float: [-3.4028235677973366e38, 3.4028235677973366e38],
};

function fixedProblem(type: AvroFixed, value: unknown, writing: Writing): string | undefined {
  if (typeof value !== 'string') return `is ${article(typeOf(value))}, but must be a fixed`;
  if (writing === 'example' && isOtherBytes(value, type.size)) return undefined;
  const problem = byteProblem(value);
  if (problem !== undefined || value.length === type.size) return problem;
  return `has ${value.length} bytes, but must have ${type.size}`;
}

/** True for so many bytes in base64 or hexadecimal digits. */
function isOtherBytes(text: string, size: number): boolean {
  return base64Length(text) === size || (text.length === 2 * size && /^[\da-f]*$/i.test(text));
}

/** In Avro’s JSON the characters up to U+00FF stand for bytes. */
function byteProblem(text: string): string | undefined {
  const beyond = Array.from(text).find(character => (character.codePointAt(0) ?? 0) > 0xff);
  return beyond === undefined ? undefined : `holds “${beyond}”, which stands for no byte`;
}

function complain(judged: Judged, pointer: string, message: string): void {
  judged.problems.push({ pointer, message });
}

function article(type: string): string {
  if (type === 'null') return 'null';
  return /^[aeio]/i.test(type) ? `an ${type}` : `a ${type}`;
}
