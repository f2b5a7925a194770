import type { Lookup, SchemaSource } from '../shape.ts';
import type { ProtoFile, ProtoMessage } from './model.ts';
import { positionsOf } from './positions.ts';
import { rootOf } from './root.ts';
import { isText, type World, worldOf } from './world.ts';

/** A message with everything that it is made of. */
export interface ProtobufReading {
  readonly world: World;
  readonly file: ProtoFile;
  readonly message: ProtoMessage;
}

/** Reads the message that a schema is about, as far as its text can be read. A sentence says why there is none. */
export function readProtobuf(source: SchemaSource, lookup: Lookup): ProtobufReading | string {
  if (!isText(source)) return 'a Protobuf schema is written as text, and this is not';
  const world = worldOf(lookup);
  const file = world.fileOf(source);
  const root = rootOf(file, source.root);
  if ('message' in root) return { world, file, message: root.message };
  const mistake = mistakeIn(file, source.definition);
  if (mistake !== undefined) return mistake;
  if (root.among.length === 0) return 'this Protobuf text defines no message';
  return `the Protobuf text defines several messages (${root.among.join(', ')}), and nothing says which of them is meant`;
}

/** Why a text is no Protobuf; undefined when it is. */
export function mistakeIn(file: ProtoFile, text: string): string | undefined {
  const [mistake] = file.mistakes;
  return mistake && `this is not Protobuf: ${mistake.message} (line ${positionsOf(text)(mistake.spot).start.line})`;
}
