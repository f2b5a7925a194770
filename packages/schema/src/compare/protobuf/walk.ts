import { isOpen } from '../../protobuf/features.ts';
import { allTypes, type ProtoEnum, type ProtoFile, type ProtoMessage } from '../../protobuf/model.ts';
import type { ProtobufProfile } from './codes.ts';
import { compareDeclared } from './declared.ts';
import { enumLeaves } from './enums.ts';
import { compareFields } from './fields.ts';
import { localName, withoutPackage } from './held.ts';
import type { Leaf } from './leaf.ts';
import type { Field, Message, Messages } from './message.ts';
import { compareOneofs } from './oneofs.ts';

/** A message of the writer and the one that a reader takes it for, with the way there from the whole. */
export interface Visit {
  readonly writer: Message;
  readonly reader: Message;
  readonly before: Visit | undefined;
  /** The field of the visit before that holds this message. */
  readonly by: Field | undefined;
}

/** A difference where it stands; without a visit it belongs to no message that is sent. */
export interface Found {
  readonly leaf: Leaf;
  readonly visit: Visit | undefined;
}

/** A text with the messages that are made of it. */
export interface Side {
  readonly file: ProtoFile;
  /** The message that is sent; undefined where nothing says which of several it is. */
  readonly message: ProtoMessage | undefined;
  readonly messages: Messages;
}

export interface Walked {
  readonly found: readonly Found[];
  readonly unknown: readonly { readonly visit: Visit; readonly field: Field; readonly reason: string }[];
}

/**
 * Compares two messages and all that is in them, each pair of messages once, where it is met first. Profiles that judge
 * whole files go on with the other types of the file. Undefined when there are more pairs than the budget.
 */
export function walk(writer: Side, reader: Side, profile: ProtobufProfile, budget: number): Walked | undefined {
  const found: Found[] = [];
  const unknown: Walked['unknown'][number][] = [];
  const seen = new Map<Message, Set<Message>>();
  let left = budget;
  const files = profile !== 'sound';
  if (files) found.push(...comparePackages(writer.file, reader.file));
  if (writer.message && reader.message && !followBoth(writer.message, reader.message)) return undefined;
  if (files && !followFile()) return undefined;
  return { found, unknown };

  function followBoth(type: ProtoMessage, other: ProtoMessage): boolean {
    const [from, to] = [writer.messages(type, writer.file), reader.messages(other, reader.file)];
    return follow({ writer: from, reader: to, before: undefined, by: undefined });
  }

  /** Depth first in the order of the text, without recursion: messages may be as deep as the text is long. */
  function follow(start: Visit): boolean {
    const open = [start];
    for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
      const met = seen.get(visit.writer) ?? new Set();
      if (met.has(visit.reader)) continue;
      seen.set(visit.writer, met.add(visit.reader));
      if (--left < 0) return false;
      open.push(...compareVisit(visit).reverse());
    }
    return true;
  }

  function compareVisit(visit: Visit): Visit[] {
    const { leaves, inside, unknown: open } = compareFields(visit.writer, visit.reader);
    const all = [...leaves, ...compareOneofs(visit.writer, visit.reader)];
    if (files && !visit.writer.isEntry && !visit.reader.isEntry)
      all.push(
        ...compareDeclared(visit.writer.type, visit.reader.type, {
          writer: visit.writer.file,
          reader: visit.reader.file,
        }),
      );
    for (const leaf of all) found.push({ leaf, visit });
    for (const { field, reason } of open) unknown.push({ visit, field, reason });
    // Who judges files by names has said all there is to say of two types with different ones.
    const followed = files
      ? inside.filter(({ writer, reader }) => localName(writer.kind) === localName(reader.kind))
      : inside;
    return followed.flatMap(({ writer, reader }) => {
      if (writer.kind.kind !== 'message' || reader.kind.kind !== 'message') return [];
      return [{ writer: writer.kind.message(), reader: reader.kind.message(), before: visit, by: writer }];
    });
  }

  /** The types of the file that no field has led to. */
  function followFile(): boolean {
    const others = byLocalName(reader.file);
    for (const [name, type] of byLocalName(writer.file)) {
      const other = others.get(name);
      if (other?.kind !== type.kind) {
        const code = type.kind === 'message' ? 'MESSAGE_REMOVED' : 'ENUM_REMOVED';
        found.push({ leaf: { code, params: { writer: name }, writerName: type.fullName }, visit: undefined });
      } else if (type.kind === 'enum' && other.kind === 'enum') found.push(...compareFileEnums(type, other));
      else if (type.kind === 'message' && other.kind === 'message') {
        if (!followBoth(type, other)) return false;
      }
    }
    return true;
  }

  function compareFileEnums(type: ProtoEnum, other: ProtoEnum): Found[] {
    const used = found.some(
      ({ leaf }) => leaf.writerField?.kind.kind === 'enum' && leaf.writerField.kind.type === type,
    );
    const values = used ? [] : enumLeaves(type, other, isOpen(other, reader.file));
    const declared = compareDeclared(type, other, { writer: writer.file, reader: reader.file });
    return [...values, ...declared].map(leaf => ({ leaf, visit: undefined }));
  }
}

function comparePackages(writer: ProtoFile, reader: ProtoFile): Found[] {
  if (writer.package === reader.package) return [];
  const params = { writer: writer.package || 'none', reader: reader.package || 'none' };
  return [
    {
      leaf: { code: 'PACKAGE_CHANGED', params, writerName: writer.package, readerName: reader.package },
      visit: undefined,
    },
  ];
}

function byLocalName(file: ProtoFile): ReadonlyMap<string, ProtoMessage | ProtoEnum> {
  return new Map(
    Array.from(allTypes(file.types), type => [withoutPackage(type.fullName, file.package), type] as const),
  );
}
