import type { Spot } from './tokens.ts';

/** One file of the Protobuf language, as its text says. */
export interface ProtoFile {
  /** What the text says of its syntax; undefined where it says nothing, which means proto2. */
  readonly syntax: Syntax;
  readonly stated?: Spot & { readonly edition: string };
  readonly package: string;
  readonly imports: readonly ProtoImport[];
  readonly options: readonly ProtoOption[];
  readonly types: readonly ProtoType[];
  /** What is no Protobuf at all. */
  readonly mistakes: readonly Mistake[];
}

export type Syntax = 'proto2' | 'proto3' | 'editions';

/** Something wrong at a place in the text. */
export interface Mistake {
  readonly spot: Spot;
  readonly message: string;
  readonly help: string;
}

export interface ProtoImport {
  readonly path: string;
  readonly modifier?: 'public' | 'weak' | 'option';
  readonly spot: Spot;
}

export interface ProtoOption {
  /** `deprecated`, `features.field_presence`, `(my.option).part`. */
  readonly name: string;
  /** As written; of an aggregate the text between its braces. */
  readonly value: string;
  readonly kind: 'name' | 'number' | 'string' | 'aggregate';
  readonly spot: Spot;
}

export type ProtoType = ProtoMessage | ProtoEnum;

export interface ProtoMessage extends Declared {
  readonly kind: 'message';
  /** With those of its oneofs, in the order of the text. */
  readonly fields: readonly ProtoField[];
  readonly oneofs: readonly (Declared & { readonly fields: readonly string[] })[];
  readonly types: readonly ProtoType[];
  readonly reserved: Reserved;
  readonly extensions: readonly NumberRange[];
}

export interface ProtoEnum extends Declared {
  readonly kind: 'enum';
  readonly values: readonly ProtoValue[];
  readonly reserved: Reserved;
}

export interface ProtoValue extends Declared {
  readonly number: number;
  readonly numberSpot: Spot;
}

export interface ProtoField extends Declared {
  readonly label?: 'optional' | 'required' | 'repeated';
  /** As written: a scalar, or the name of a type; of a map that of its values. */
  readonly type: string;
  readonly typeSpot: Spot;
  /** Type of the keys, where the field is a map. */
  readonly key?: string;
  readonly keySpot?: Spot;
  readonly number: number;
  readonly numberSpot: Spot;
  readonly oneof?: string;
  readonly group?: boolean;
}

export interface Reserved {
  readonly numbers: readonly NumberRange[];
  readonly names: readonly { readonly name: string; readonly spot: Spot }[];
}

/** Both ends included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
  readonly spot: Spot;
}

interface Declared {
  readonly name: string;
  /** With its package and the messages around it: `shop.Order.Line`. */
  readonly fullName: string;
  /** Where its name stands. */
  readonly spot: Spot;
  readonly options: readonly ProtoOption[];
  readonly comment?: string;
}

/** Every type of a list, those inside others included, the outer ones first. */
export function* allTypes(types: readonly ProtoType[]): Generator<ProtoType> {
  for (const type of types) {
    yield type;
    if (type.kind === 'message') yield* allTypes(type.types);
  }
}

export function optionOf(
  declared: { readonly options: readonly ProtoOption[] },
  name: string,
): ProtoOption | undefined {
  return declared.options.find(option => option.name === name);
}
