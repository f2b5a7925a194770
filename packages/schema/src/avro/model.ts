/** An Avro schema as a graph: named types stand once, and whoever uses them holds a reference. */
export type AvroType =
  | AvroPrimitive
  | AvroRecord
  | AvroEnum
  | AvroFixed
  | { readonly kind: 'array'; readonly items: AvroType }
  | { readonly kind: 'map'; readonly values: AvroType }
  | { readonly kind: 'union'; readonly branches: readonly AvroType[] }
  | AvroReference
  | { readonly kind: 'unknown'; readonly reason: string };

/** The eight primitive types of the Avro specification. */
export type PrimitiveName = 'null' | 'boolean' | 'int' | 'long' | 'float' | 'double' | 'bytes' | 'string';

export interface AvroPrimitive extends Logical {
  readonly kind: 'primitive';
  readonly name: PrimitiveName;
}

export interface AvroRecord extends Named {
  readonly kind: 'record';
  readonly fields: readonly AvroField[];
}

export interface AvroField {
  readonly name: string;
  readonly type: AvroType;
  readonly doc?: string;
  readonly aliases: readonly string[];
  /** In its JSON form; absent when the field has none. */
  readonly default?: unknown;
}

export interface AvroEnum extends Named {
  readonly kind: 'enum';
  readonly symbols: readonly string[];
  readonly default?: string;
}

export interface AvroFixed extends Named, Logical {
  readonly kind: 'fixed';
  /** Bytes. */
  readonly size: number;
}

/** A type that is named and not written out, or that stands in another definition. */
export interface AvroReference {
  readonly kind: 'reference';
  readonly name: string;
  readonly resolve: () => AvroType;
}

export interface Named {
  /** With its namespace: `com.example.Order`. */
  readonly fullName: string;
  readonly doc?: string;
  readonly aliases: readonly string[];
}

export interface Logical {
  /** `date`, `timestamp-millis`, `decimal` … Absent where the specification says that it is ignored. */
  readonly logicalType?: string;
  /** Digits of a decimal. */
  readonly precision?: number;
  readonly scale?: number;
}

/** What a reference leads to, in the end. */
export function target(type: AvroType): Exclude<AvroType, AvroReference> {
  let found = type;
  for (let hops = 0; found.kind === 'reference'; hops++) {
    if (hops > 50) return { kind: 'unknown', reason: `“${found.name}” is nothing but a reference to itself` };
    found = found.resolve();
  }
  return found;
}

/** The name of a type as a union and the JSON encoding know it: full for named types, else the word for it. */
export function branchName(type: AvroType): string {
  const found = target(type);
  if ('fullName' in found) return found.fullName;
  return found.kind === 'primitive' ? found.name : found.kind;
}
