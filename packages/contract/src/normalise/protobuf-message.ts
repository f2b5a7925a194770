import { keysOf } from '@portolan/base';
import { protobufRoot } from '@portolan/schema/links';
import { type Cursor, referenceOf } from '../resolve/cursor.ts';
import { nameOf, targetOf } from '../resolve/location.ts';

/**
 * The message of a Protobuf text that is meant, when it defines several: one that something around the schema is named
 * like. `hints` are tried in their order, the name of the file last.
 */
export function messageIn(at: Cursor, hints: readonly string[]): string | undefined {
  if (typeof at.value !== 'string') return undefined;
  const file = at.pointer === '' ? [nameOf(at.source, '')] : [];
  const names = [...hints.map(hint => hint.replace(/\.(payload|headers)$/, '')), ...file];
  return protobufRoot(
    at.value,
    names.flatMap(name => [name, name.slice(name.lastIndexOf('.') + 1)]),
  );
}

/** What a place says of the message it means: the fragment of its reference, the key of the component. */
export function hintsOf(written: Cursor, target: Cursor): string[] {
  const reference = referenceOf(written.value);
  const pointer = reference === undefined ? undefined : targetOf(reference, written.source).pointer;
  return [pointer, target.pointer].flatMap(path => keysOf(path ?? '').slice(-1));
}
