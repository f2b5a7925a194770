import type { Field, Kind, Message, Plain } from './message.ts';

/** A message with its values; fields that are not set are not there. Maps are lists of their entries. */
export interface MessageValue {
  readonly message: Message;
  readonly fields: ReadonlyMap<Field, readonly Value[]>;
}

export type Value = Plain | MessageValue;

export function isMessage(value: Value): value is MessageValue {
  return typeof value === 'object' && 'message' in value;
}

/** True for a message of no more than so many parts; messages that require each other multiply. */
export function isSmall(value: MessageValue, limit: number): boolean {
  return left(value, limit) >= 0;
}

function left(value: Value, limit: number): number {
  if (limit < 0 || !isMessage(value)) return limit - 1;
  let rest = limit - 1;
  for (const values of value.fields.values()) {
    for (const one of values) {
      rest = left(one, rest);
      if (rest < 0) return rest;
    }
  }
  return rest;
}

/** A message as the JSON mapping of Protobuf writes it. */
export function jsonOf({ fields }: MessageValue): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [field, values] of fields) {
    if (field.many === 'map') found[field.json] = Object.fromEntries(values.map(entryOf));
    else if (field.many === 'list') found[field.json] = values.map(value => oneOf(field.kind, value));
    else found[field.json] = oneOf(field.kind, values[0] as Value);
  }
  return found;
}

function entryOf(entry: Value): [string, unknown] {
  if (!isMessage(entry)) return ['', null];
  const [key, value] = entry.message.fields.map(field => {
    const [held] = entry.fields.get(field) ?? [];
    return held === undefined ? undefined : oneOf(field.kind, held);
  });
  return [String(key), value];
}

function oneOf(kind: Kind, value: Value): unknown {
  if (isMessage(value)) return jsonOf(value);
  if (value instanceof Uint8Array) return base64(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return value;
  if (kind.kind === 'enum')
    return kind.type.values.find(({ number }) => BigInt(number) === value)?.name ?? Number(value);
  if (kind.kind !== 'scalar') return Number(value);
  if (kind.name === 'bool') return value !== 0n;
  return kind.name.endsWith('64') ? String(value) : Number(value);
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
