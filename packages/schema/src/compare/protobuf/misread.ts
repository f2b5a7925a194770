import type { Witness } from '../model.ts';
import { Unreadable } from './bytes.ts';
import { bytesOf, messageOf } from './codec.ts';
import { defaultsDiffer } from './fields.ts';
import { same, shownValue } from './kinds.ts';
import type { Field, Kind, Message } from './message.ts';
import { isMessage, type MessageValue, type Value } from './value.ts';

/** What goes wrong when one message is read. */
export interface Misreading {
  /** As the writer names the parts: `items[0].price`; '' is the whole. */
  readonly path: string;
  readonly problem: string;
  readonly effect: NonNullable<Witness['effect']>;
}

/**
 * Writes a message to bytes, reads those with the reader, and tells what the reader refuses or takes for something else.
 * What the reader has no field for is none of its business, unless it looks for it elsewhere by its name.
 */
export function misreadings(value: MessageValue, reader: Message): readonly Misreading[] {
  const bytes = bytesOf(value);
  try {
    return [...compareMessages(messageOf(bytes, value.message), messageOf(bytes, reader), '')];
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return [{ path: '', problem: `the reader refuses the bytes: ${error.message}`, effect: 'refused' }];
  }
}

function* compareMessages(written: MessageValue, read: MessageValue, path: string): Generator<Misreading> {
  for (const field of written.message.fields) {
    const values = written.fields.get(field) ?? [];
    const inside = joined(path, field, written.message);
    const other = read.message.byNumber.get(field.number);
    const moved = read.message.byName.get(field.name);
    if (moved && moved !== other && values.length > 0 && !written.message.isEntry) {
      const taken = other ? `, which takes it for \`${other.name}\`` : '';
      const problem = `\`${inside}\` is not read by the reader’s \`${moved.name}\`${taken}`;
      yield { path: inside, problem, effect: other ? 'changed' : 'lost' };
    } else if (other) {
      const silent = other.presence === 'implicit' || read.message.isEntry;
      yield* compareValues(field, values, other, read.fields.get(other) ?? [], inside, silent);
    }
  }
}

function* compareValues(
  field: Field,
  values: readonly Value[],
  other: Field,
  read: readonly Value[],
  path: string,
  silent: boolean,
): Generator<Misreading> {
  if (values.length === 0) {
    const isEnumMoved =
      field.many === 'single' && field.unset !== undefined && named(field.kind, field.unset, other.kind);
    if (defaultsDiffer(field, other) || isEnumMoved)
      yield { path, problem: `\`${path}\` is not set, which the reader takes for another value`, effect: 'changed' };
    return;
  }
  if (other.many === 'map' && field.many === 'list' && distinctKeys(read) < values.length)
    yield {
      path,
      problem: `of ${values.length} items the reader keeps ${distinctKeys(read)}, one of each key`,
      effect: 'lost',
    };
  // What has no presence holds a zero where nothing is written.
  if (read.length === 0 && silent && values.length === 1 && isZero(values[0])) return;
  if (read.length === 0)
    yield { path, problem: `\`${path}\` is ${shownValue(values[0])}, and the reader finds nothing`, effect: 'lost' };
  else if (read.length !== values.length)
    yield {
      path,
      problem: `\`${path}\` has ${values.length} values, of which the reader finds ${read.length}`,
      effect: 'lost',
    };
  else
    for (const [index, value] of values.entries())
      yield* compareOne(field, value, other, read[index] as Value, field.many === 'list' ? `${path}[${index}]` : path);
}

function* compareOne(field: Field, value: Value, other: Field, read: Value, path: string): Generator<Misreading> {
  if (isMessage(value) && isMessage(read)) yield* compareMessages(value, read, path);
  else if (isMessage(value) && read instanceof Uint8Array && other.kind.kind === 'scalar') return;
  else if (!same(value, read) || (!isMessage(value) && named(field.kind, value, other.kind)))
    yield {
      path,
      problem: `\`${path}\` is ${word(field.kind, value)}, and the reader takes it for ${word(other.kind, read)}`,
      effect: 'changed',
    };
}

/** True for a value of an enum whose name the reader knows under another number only. */
function named(kind: Kind, value: Value, other: Kind): boolean {
  if (kind.kind !== 'enum' || other.kind !== 'enum') return false;
  const names = kind.type.values.filter(({ number }) => BigInt(number) === value).map(({ name }) => name);
  const known = other.type.values.filter(({ name }) => names.includes(name));
  return known.length > 0 && !known.some(({ number }) => BigInt(number) === value);
}

function word(kind: Kind, value: Value): string {
  const name = kind.kind === 'enum' && kind.type.values.find(({ number }) => BigInt(number) === value)?.name;
  return name ? `“${name}”` : shownValue(value);
}

function isZero(value: Value | undefined): boolean {
  return value !== undefined && !isMessage(value) && (value === '' || String(value) === '0');
}

function distinctKeys(entries: readonly Value[]): number {
  const keys = entries.map(entry => (isMessage(entry) ? String(entry.fields.values().next().value?.[0]) : ''));
  return new Set(keys).size;
}

/** The entries of a map have no name of their own in a path. */
function joined(path: string, field: Field, message: Message): string {
  if (message.isEntry) return field.number === 1 ? path : `${path}{}`;
  return path === '' ? field.name : `${path}.${field.name}`;
}
