import type { Field, Kind, Message, Plain } from './message.ts';
import type { MessageValue, Value } from './value.ts';

/**
 * A value of a field that is not what stands for nothing, so that it is written: 2, a text, a message. None
 * for a message that requires itself.
 */
export function sampleOf(field: Field): Value | undefined {
  return sampleFor(field.kind);
}

const least = new WeakMap<Message, MessageValue | 'none'>();

/** The shortest message that is complete: only what is required is set. Undefined where a message requires itself. */
export function leastMessage(message: Message): MessageValue | undefined {
  const known = least.get(message);
  if (known !== undefined) return known === 'none' ? undefined : known;
  // Until it is made there is none: whoever asks for it now needs it to make it.
  least.set(message, 'none');
  const fields = new Map<Field, readonly Value[]>();
  for (const field of message.fields) {
    if (field.presence !== 'required') continue;
    const value = sampleFor(field.kind);
    if (value === undefined) return undefined;
    fields.set(field, [value]);
  }
  const made = { message, fields };
  least.set(message, made);
  return made;
}

function sampleFor(kind: Kind): Value | undefined {
  if (kind.kind === 'message') return leastMessage(kind.message());
  if (kind.kind === 'enum') return enumValue(kind);
  if (kind.kind !== 'scalar') return new Uint8Array();
  return PLAIN[kind.name] ?? 2n;
}

/** A value that is no zero, where the enum has one. */
function enumValue({ type }: Extract<Kind, { kind: 'enum' }>): Plain {
  return BigInt((type.values.find(({ number }) => number !== 0) ?? type.values[0])?.number ?? 0);
}

const PLAIN: Readonly<Record<string, Plain>> = {
  string: 'text',
  bytes: Uint8Array.of(0x74),
  double: 1.5,
  float: 1.5,
  bool: 1n,
};
