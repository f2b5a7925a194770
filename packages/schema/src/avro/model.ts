/** An Avro schema as a graph: named types stand once, and whoever uses them holds a reference. */
export type AvroType =
  | AvroPrimitive
  | AvroRecord
  | AvroEnum
  | AvroFixed
  | { readonly kind: 'array'; readonly items: AvroType }
  | { readonly kind: 'map'; readonly values: AvroType }
  | { readonly kind: 'union'; readonly branches: readonly AvroType[] }
  | { readonly kind: 'reference'; readonly name: string; readonly resolve: () => AvroType }
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

export interface Named {
  /** With its namespace: `com.example.Order`. */
  readonly fullName: string;
  readonly doc?: string;
  readonly aliases: readonly string[];
}

export interface Logical {
  /** `date`, `timestamp-millis`, `decimal` … */
  readonly logicalType?: string;
  /** Digits of a decimal. */
  readonly precision?: number;
  readonly scale?: number;
}
