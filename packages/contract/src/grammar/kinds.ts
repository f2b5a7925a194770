import type { SchemaFormat } from '../model.ts';
import type { FormatName } from './formats.ts';

/**
 * The table language that the grammar of AsyncAPI is written in: plain data, so that the same tables check documents and
 * can complete and explain them in an editor.
 */
export type Kind =
  | StringKind
  | NumberKind
  | { readonly is: 'boolean' }
  | { readonly is: 'null' }
  | { readonly is: 'any' }
  | ListKind
  | MapKind
  | ObjectKind
  | ReferenceKind
  | ReferenceOrKind
  | EitherKind
  | ChoiceKind
  | WhenHasKind
  | InFormatKind
  | FromVersionKind
  | NamedKind;

export interface StringKind {
  readonly is: 'string';
  readonly format?: FormatName;
  readonly enum?: readonly string[];
  /** In UTF-16 code units. */
  readonly maxLength?: number;
}

export interface NumberKind {
  readonly is: 'number';
  readonly integer?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** The value must be greater than this one. */
  readonly above?: number;
  readonly enum?: readonly number[];
}

export interface ListKind {
  readonly is: 'list';
  readonly of: Kind;
  readonly minItems?: number;
}

/** An object whose keys the author chooses. */
export interface MapKind {
  readonly is: 'map';
  readonly of: Kind;
  readonly keys?: FormatName;
}

/** An object with the fields of the specification. */
export interface ObjectKind {
  readonly is: 'object';
  /** As people read it in a message: `Operation`, `Kafka channel binding`. */
  readonly name: string;
  readonly says?: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** The names of the fields that must be there, in the versions that have them. */
  readonly required: readonly string[];
  /** Whether members that begin with `x-` are welcome. */
  readonly extensible: boolean;
  /** What other members are: a mistake, welcome, or the name of a protocol that Portolan has no table for. */
  readonly others: 'refused' | 'welcome' | 'protocols';
  /** At least one of these must be there. */
  readonly needsOneOf?: readonly string[];
  /** At most one of these may be there. */
  readonly atMostOneOf?: readonly string[];
  /** What to write in place of members that people know from another version. */
  readonly instead?: Readonly<Record<string, string>>;
  /** First version of the document that knows it, where it is one of several choices. */
  readonly since?: string;
  /**
   * Set for bindings: all versions of the binding, oldest first. The versions of the fields below are then counted by the
   * member `bindingVersion` instead of by the version of the document.
   */
  readonly versions?: readonly string[];
}

/** One fixed field of an object. Versions are `2.4` for documents, `0.3.0` for bindings. */
export interface Field {
  readonly kind: Kind;
  readonly required: boolean;
  /** One line for completion and hover. */
  readonly says?: string;
  /** The first version that has it. */
  readonly since?: string;
  /** The last version that has it. */
  readonly until?: string;
}

/** A reference and nothing else. */
export interface ReferenceKind {
  readonly is: 'reference';
  readonly to: Kind;
  /** A reference of that sort, for the help. */
  readonly like: string;
}

/** The thing itself, or a reference to it. */
export interface ReferenceOrKind {
  readonly is: 'referenceOr';
  readonly to: Kind;
  /** First version of the document that allows the reference. */
  readonly since?: string;
  /** Set where members beside `$ref` count as well, as in the Channel Item Object of 2.x. */
  readonly merges?: boolean;
}

/** One of several kinds, told apart by their JSON type. */
export interface EitherKind {
  readonly is: 'either';
  readonly of: readonly Kind[];
}

/** Objects that are told apart by the text of one member. */
export interface ChoiceKind {
  readonly is: 'choice';
  readonly name: string;
  readonly by: string;
  readonly of: Readonly<Record<string, ObjectKind>>;
}

/** Objects that are told apart by the presence of a member. */
export interface WhenHasKind {
  readonly is: 'whenHas';
  readonly members: readonly string[];
  readonly then: Kind;
  readonly otherwise: Kind;
}

/** A schema in the language that the sibling member `schemaFormat` names; languages that are not listed are not checked. */
export interface InFormatKind {
  readonly is: 'inFormat';
  readonly of: Partial<Readonly<Record<SchemaFormat, Kind>>>;
}

/** Something that is written differently from a version of the document on. */
export interface FromVersionKind {
  readonly is: 'fromVersion';
  readonly version: string;
  readonly kind: Kind;
  readonly before: Kind;
}

/** A kind of the same grammar by its name: how kinds refer to each other and to themselves. */
export interface NamedKind {
  readonly is: 'named';
  readonly name: string;
}

/** All kinds of one major version; the document itself is `Document`. */
export type Grammar = Readonly<Record<string, Kind>>;

export const text: StringKind = { is: 'string' };
export const flag: Kind = { is: 'boolean' };
export const nothing: Kind = { is: 'null' };
export const anything: Kind = { is: 'any' };
export const integer: NumberKind = { is: 'number', integer: true };

export function oneOf(...values: readonly string[]): StringKind {
  return { is: 'string', enum: values };
}

export function oneNumberOf(...values: readonly number[]): NumberKind {
  return { is: 'number', integer: true, enum: values };
}

export function formatted(format: FormatName): StringKind {
  return { is: 'string', format };
}

export function shortText(maxLength: number): StringKind {
  return { is: 'string', maxLength };
}

/** An integer from `min` to `max`; without `max` there is no upper end. */
export function integerFrom(min: number, max?: number): NumberKind {
  return { is: 'number', integer: true, min, ...(max !== undefined && { max }) };
}

export function listOf(of: Kind, minItems?: number): ListKind {
  return { is: 'list', of, ...(minItems !== undefined && { minItems }) };
}

export function mapOf(of: Kind, keys?: FormatName): MapKind {
  return { is: 'map', of, ...(keys && { keys }) };
}

export function object(
  name: string,
  fields: Readonly<Record<string, Field>>,
  more: Partial<Omit<ObjectKind, 'is' | 'name' | 'fields' | 'required'>> = {},
): ObjectKind {
  const required = Object.keys(fields).filter(field => fields[field]?.required);
  return { is: 'object', name, fields, required, extensible: true, others: 'refused', ...more };
}

export function reference(to: Kind, like: string): ReferenceKind {
  return { is: 'reference', to, like };
}

export function referenceOr(to: Kind, more: Partial<Pick<ReferenceOrKind, 'since' | 'merges'>> = {}): ReferenceOrKind {
  return { is: 'referenceOr', to, ...more };
}

export function either(...of: readonly Kind[]): EitherKind {
  return { is: 'either', of };
}

export function choice(name: string, by: string, of: Readonly<Record<string, ObjectKind>>): ChoiceKind {
  return { is: 'choice', name, by, of };
}

export function whenHas(members: readonly string[], then: Kind, otherwise: Kind): WhenHasKind {
  return { is: 'whenHas', members, then, otherwise };
}

export function inFormat(of: InFormatKind['of']): InFormatKind {
  return { is: 'inFormat', of };
}

export function fromVersion(version: string, kind: Kind, before: Kind): FromVersionKind {
  return { is: 'fromVersion', version, kind, before };
}

export function named(name: string): NamedKind {
  return { is: 'named', name };
}

/** A field that must be there. */
export function must(kind: Kind, says?: string, versions: Pick<Field, 'since' | 'until'> = {}): Field {
  return { kind, required: true, ...(says && { says }), ...versions };
}

/** A field that may be there. */
export function may(kind: Kind, says?: string, versions: Pick<Field, 'since' | 'until'> = {}): Field {
  return { kind, required: false, ...(says && { says }), ...versions };
}
