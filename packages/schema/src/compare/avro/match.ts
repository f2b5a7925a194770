import { type AvroType, type PrimitiveName, target } from '../../avro/model.ts';
import { fullNameOf, namespaceOf, simpleName } from '../../avro/names.ts';

/** A type that is no reference. */
export type Known = ReturnType<typeof target>;

type NamedType = Extract<Known, { readonly fullName: string }>;

/**
 * What reading a primitive as another does to its values (Avro 1.12, “Schema Resolution”): nothing, or it may round a
 * number, or it changes the kind of text. Undefined where a reader refuses.
 */
export type Promotion = 'same' | 'widened' | 'rounded' | 'text-as-bytes' | 'bytes-as-text';

export function promotionOf(writer: PrimitiveName, reader: PrimitiveName): Promotion | undefined {
  return writer === reader ? 'same' : PROMOTIONS[writer]?.[reader];
}

const PROMOTIONS: Readonly<Partial<Record<PrimitiveName, Readonly<Partial<Record<PrimitiveName, Promotion>>>>>> = {
  int: { long: 'widened', float: 'rounded', double: 'widened' },
  long: { float: 'rounded', double: 'rounded' },
  float: { double: 'widened' },
  string: { bytes: 'text-as-bytes' },
  bytes: { string: 'bytes-as-text' },
};

/** How the name of a writer’s type and that of a reader’s hang together; undefined where they do not. */
export type NameMatch = 'same' | 'alias' | 'other-namespace';

/** Names match without their namespaces, or by an alias of the reader that is the writer’s full name. */
export function matchNames(writer: NamedType, reader: NamedType): NameMatch | undefined {
  if (writer.fullName === reader.fullName) return 'same';
  const namespace = namespaceOf(reader.fullName);
  if (reader.aliases.some(alias => fullNameOf(alias, namespace) === writer.fullName)) return 'alias';
  return simpleName(writer.fullName) === simpleName(reader.fullName) ? 'other-namespace' : undefined;
}

/** True where a reader’s type is the one to try for a writer’s type: by kind and name, without looking inside. */
export function matches(writer: Known, reader: Known): boolean {
  if (writer.kind === 'union' || reader.kind === 'union') return true;
  if (writer.kind === 'unknown' || reader.kind === 'unknown') return true;
  if (writer.kind === 'primitive' && reader.kind === 'primitive')
    return promotionOf(writer.name, reader.name) !== undefined;
  if (writer.kind !== reader.kind) return false;
  if (writer.kind === 'fixed' && reader.kind === 'fixed' && writer.size !== reader.size) return false;
  return !('fullName' in writer && 'fullName' in reader) || matchNames(writer, reader) !== undefined;
}

/** The type and where among the branches of a reader’s union it stands. */
export interface Branch {
  readonly type: AvroType;
  readonly index: number;
}

/** The branches of a reader’s union that match a writer’s type. */
export function matchingBranches(writer: Known, branches: readonly AvroType[]): readonly Branch[] {
  return branches.map((type, index) => ({ type, index })).filter(({ type }) => matches(writer, target(type)));
}

/** A type as people say it in a sentence. */
export function typeWord(type: Known): string {
  if ('fullName' in type) return `${type.kind} ${simpleName(type.fullName)}`;
  return type.kind === 'primitive' ? (type.logicalType ?? type.name) : type.kind;
}
