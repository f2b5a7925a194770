import type { SchemaSource } from '../../shape.ts';
import type { Comparison, Profile } from '../model.ts';
import { compareProtobuf } from './compare.ts';

/** A text of proto3 around some statements, unless they state a syntax themselves. */
export function text(statements: string): string {
  return /^\s*(syntax|edition)/.test(statements) ? statements : `syntax = "proto3";\n${statements}`;
}

/** The same around the fields of one message. */
export function message(fields: string): string {
  return text(`message Order { ${fields} }`);
}

export function source(id: string, definition: string, more: Partial<SchemaSource> = {}): SchemaSource {
  return { id, format: 'protobuf', definition, ...more };
}

export function compared(writer: string, reader: string, profile: Profile = 'sound'): Comparison {
  const none = { writer: () => undefined, reader: () => undefined };
  const root = /message Order\b/.test(writer) ? { root: rootName(writer) } : {};
  const readerRoot = /message Order\b/.test(reader) ? { root: rootName(reader) } : {};
  return compareProtobuf(source('writer', writer, root), source('reader', reader, readerRoot), none, { profile });
}

function rootName(definition: string): string {
  const name = /package ([\w.]+);/.exec(definition)?.[1];
  return name === undefined ? 'Order' : `${name}.Order`;
}
