import { type AvroEnum, type AvroFixed, type AvroPrimitive, type AvroType, target } from '../../avro/model.ts';
import { judgeLogical } from '../../validate/avro-logical.ts';
import type { Witness } from '../model.ts';
import type { Datum } from './datum.ts';
import { compareFields } from './fields.ts';
import { compareLogical } from './logical.ts';
import { type Known, matchingBranches, matchNames, promotionOf, typeWord } from './match.ts';
import type { AvroRules } from './rules.ts';

/** What goes wrong when one value is read. */
export interface Misreading {
  /** As the writer names the parts: `items[0].price`. */
  readonly path: string;
  readonly problem: string;
  readonly effect: NonNullable<Witness['effect']>;
}

/**
 * Reads one value of a writer with the type of a reader, and tells all that goes wrong. It follows the value and not the
 * schemas, and so proves what comparing those came to.
 */
export function misreadings(datum: Datum, reader: AvroType, rules: AvroRules): readonly Misreading[] {
  const reading: Reading = { ...rules, steps: { left: MOST_STEPS } };
  const found = [...read(datum, target(reader), '', reading)];
  // Branches of unions inside branches multiply: what takes too long proves nothing.
  return reading.steps.left < 0 ? [] : found;
}

/** Times that a part of a value may be laid on a type. */
const MOST_STEPS = 100_000;

interface Reading extends AvroRules {
  readonly steps: { left: number };
}

function* read(datum: Datum, to: Known, path: string, rules: Reading): Generator<Misreading> {
  if (--rules.steps.left < 0) return;
  if (datum.kind === 'branch') {
    yield* read(datum.value, to, path, rules);
    return;
  }
  if (to.kind === 'union') {
    yield* readAsUnion(datum, to, path, rules);
    return;
  }
  if (datum.kind === 'scalar') yield* readScalar(datum.type, datum.value, to, path, rules);
  else if (datum.kind === 'list' && to.kind === 'array')
    for (const [index, item] of datum.items.entries()) yield* read(item, target(to.items), `${path}[${index}]`, rules);
  else if (datum.kind === 'map' && to.kind === 'map')
    for (const [key, item] of datum.entries) yield* read(item, target(to.values), `${path}{${key}}`, rules);
  else if (datum.kind === 'record' && to.kind === 'record') yield* readRecord(datum, to, path, rules);
  else yield refused(path, datum.type, to);
}

function* readAsUnion(
  datum: Exclude<Datum, { kind: 'branch' }>,
  to: Extract<Known, { kind: 'union' }>,
  path: string,
  rules: Reading,
): Generator<Misreading> {
  const matching = matchingBranches(datum.type, to.branches);
  const tried = matching.map(({ type }) => [...read(datum, target(type), path, rules)]);
  if (tried.length === 0)
    yield {
      path,
      problem: `${at(path)} is ${typeWord(datum.type)}, which the reader’s union has no branch for`,
      effect: 'refused',
    };
  else if (rules.union === 'first') yield* tried[0] ?? [];
  else if (rules.union === 'every') yield* tried.find(problems => problems.length > 0) ?? [];
  else if (tried.every(problems => problems.length > 0)) yield* tried[0] ?? [];
}

function* readRecord(
  datum: Extract<Datum, { kind: 'record' }>,
  to: Extract<Known, { kind: 'record' }>,
  path: string,
  rules: Reading,
): Generator<Misreading> {
  yield* readName(datum.type, to, path, rules);
  const { leaves, pairs } = compareFields(datum.type, to);
  const inside = (name: string) => (path === '' ? name : `${path}.${name}`);
  for (const { code, readerField = 0 } of leaves) {
    const name = to.fields[readerField]?.name ?? '';
    if (code === 'PROPERTY_REQUIRED')
      yield {
        path: inside(name),
        problem: `${at(inside(name))} is missing, and the reader has no default`,
        effect: 'refused',
      };
    else if (code === 'PROPERTY_AMBIGUOUS')
      yield { path: inside(name), problem: `${at(inside(name))} stands for several fields`, effect: 'refused' };
  }
  for (const { writer, reader } of pairs) {
    const [value, field] = [datum.fields[writer], to.fields[reader]];
    if (value && field) yield* read(value, target(field.type), inside(datum.type.fields[writer]?.name ?? ''), rules);
  }
}

function* readName(
  from: Extract<Known, { fullName: string }>,
  to: Extract<Known, { fullName: string }>,
  path: string,
  rules: Reading,
): Generator<Misreading> {
  const match = matchNames(from, to);
  const breaks = match === undefined || (match === 'other-namespace' && rules.strict);
  if (!breaks) return;
  const problem = `${at(path)} is ${from.kind} ${from.fullName}, and the reader expects ${to.fullName}`;
  yield { path, problem, effect: 'refused' };
}

function* readScalar(
  from: AvroPrimitive | AvroFixed | AvroEnum,
  value: unknown,
  to: Known,
  path: string,
  rules: Reading,
): Generator<Misreading> {
  if (from.kind === 'primitive' && to.kind === 'primitive') {
    const promotion = promotionOf(from.name, to.name);
    if (promotion === undefined) yield refused(path, from, to);
    else if (rules.strict) yield* readStrictly(from, value, to, path);
  } else if (from.kind === 'fixed' && to.kind === 'fixed') {
    yield* readName(from, to, path, rules);
    if (from.size !== to.size)
      yield {
        path,
        problem: `${at(path)} has ${from.size} bytes, and the reader expects ${to.size}`,
        effect: 'refused',
      };
    else if (rules.strict) yield* readStrictly(from, value, to, path);
  } else if (from.kind === 'enum' && to.kind === 'enum') {
    yield* readName(from, to, path, rules);
    const fallback = to.default !== undefined && to.symbols.includes(to.default);
    if (!to.symbols.includes(value as string) && !fallback)
      yield {
        path,
        problem: `${at(path)} is “${value}”, and the reader knows ${to.symbols.join(', ')}`,
        effect: 'refused',
      };
  } else yield refused(path, from, to);
}

/** Whether a value that can be read is the one that was written. */
function* readStrictly(
  from: AvroPrimitive | AvroFixed,
  value: unknown,
  to: AvroPrimitive | AvroFixed,
  path: string,
): Generator<Misreading> {
  const [source, sink] = [from.kind === 'primitive' ? from.name : 'fixed', to.kind === 'primitive' ? to.name : 'fixed'];
  if (sink === 'float' && (source === 'int' || source === 'long') && Math.fround(value as number) !== value)
    yield {
      path,
      problem: `${at(path)} is ${value} and is read as ${Math.fround(value as number)}`,
      effect: 'changed',
    };
  if (source === 'bytes' && sink === 'string' && /[\u0080-\u00ff]/.test(value as string))
    yield { path, problem: `${at(path)} holds bytes that are no text in UTF-8`, effect: 'changed' };
  const logical = compareLogical(from, to);
  const becomes = logical && `${at(path)} is ${from.logicalType ?? source} and is read as ${to.logicalType}`;
  if (logical?.code === 'LOGICAL_TYPE_CHANGED' || logical?.code === 'DECIMAL_SCALE_CHANGED')
    yield {
      path,
      problem: logical.code === 'LOGICAL_TYPE_CHANGED' ? `${becomes}` : `${at(path)} is read with another scale`,
      effect: 'changed',
    };
  if (logical?.code === 'LOGICAL_TYPE_NARROWED') {
    const verdict = judgeLogical(to, value);
    if (typeof verdict === 'object') yield { path, problem: `${at(path)} ${verdict.message}`, effect: 'refused' };
  }
  if (logical?.code === 'DECIMAL_PRECISION_NARROWED' && digitsOf(value as string) > (to.precision ?? 0))
    yield {
      path,
      problem: `${at(path)} has ${digitsOf(value as string)} digits, and the reader expects ${to.precision}`,
      effect: 'refused',
    };
}

/** Decimal digits of a number in two’s complement, whose bytes are the characters of a text. */
function digitsOf(bytes: string): number {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte.codePointAt(0) ?? 0);
  if (bytes !== '' && number >> BigInt(8 * bytes.length - 1)) number -= 1n << BigInt(8 * bytes.length);
  return String(number).replace('-', '').length;
}

function refused(path: string, from: Known, to: Known): Misreading {
  const problem = `${at(path)} is ${typeWord(from)}, and the reader expects ${typeWord(to)}`;
  return { path, problem, effect: 'refused' };
}

function at(path: string): string {
  return path === '' ? 'the message' : `\`${path}\``;
}
