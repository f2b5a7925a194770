/**
 * What a schema of any language looks like to a person: a tree of named, typed, constrained parts.
 * Every projection that people see (trees, field lists, samples, search) works on shapes, so no format is handled twice.
 */
export interface Shape {
  readonly kind: ShapeKind;
  /** The type in the words of its own language: `string`, `integer`, `long`, `bytes`, `map<string>`, `OrderStatus`. */
  readonly type: string;
  /** JSON Schema `format`, Avro logical type, Protobuf scalar where it says more than the type. */
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  /** May be null. */
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  /** Limits in words of the schema language: `minLength` 1, `pattern` `^[A-Z]{3}$`. */
  readonly constraints: readonly Constraint[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  /** Members of an object, in the order of the text. Of a list: its first items, named `0`, `1` … (a tuple). */
  readonly properties?: readonly Property[];
  /** Shape of a list's items or of a map's values. Of an object or a tuple: of what it holds besides `properties`. */
  readonly items?: Shape;
  /**
   * Alternatives of a union (`oneOf`, `anyOf`, Avro union). Beside `properties`: the value has those and is, besides, one
   * of the variants. A Protobuf oneof is a constraint `oneof <name>` that lists the fields of which one at most is set.
   */
  readonly variants?: readonly Shape[];
  /** Name of the definition it came from (`Address`), where it has one. */
  readonly name?: string;
  /** True where the tree stops because the definition contains itself. */
  readonly recursive?: boolean;
  /** Why Portolan cannot look inside; kind is then `opaque`. */
  readonly notChecked?: string;
}

export type ShapeKind =
  | 'object'
  | 'list'
  | 'map'
  | 'union'
  | 'string'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'bytes'
  | 'null'
  | 'any'
  | 'never'
  | 'opaque';

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

export interface Constraint {
  readonly name: string;
  readonly value: unknown;
}

/** Finds another definition by the id that a rewritten `$ref` names; undefined when there is none. */
export type Lookup = (id: string) => SchemaSource | undefined;

/** A schema as the reader keeps it. */
export interface SchemaSource {
  readonly id: string;
  readonly format: string;
  /** The `schemaFormat` as written; tells the version of its language. */
  readonly schemaFormat?: string;
  readonly definition: unknown;
  /**
   * Where what it names without a `$ref` is defined, by that name: full names of Avro types, paths of Protobuf imports.
   * The ids are those of other schemas; several where an Avro type is defined several times.
   */
  readonly imports?: Readonly<Record<string, readonly string[]>>;
  /** Full name of the Protobuf message that is meant, where the text defines several. */
  readonly root?: string;
}
