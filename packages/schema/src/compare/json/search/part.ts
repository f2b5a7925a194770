import type { Node, Resource, Scope } from '../../../evaluate/model.ts';
import type { JsonObject } from '../../../json.ts';
import type { Matcher } from '../../../pattern/match.ts';

/** A schema in its place, with the way that led to it as far as references depend on that. */
export interface Term {
  readonly node: Node;
  /** Resources that dynamic references may choose from, the one of the schema itself among them. */
  readonly scope: Scope;
  /** What its keywords say, once somebody asked. */
  parts: readonly Part[] | undefined;
  /** One of its own, once somebody asked; see `idOf`. */
  id?: number;
  /** Equal for schemas that say the same, once somebody asked; see `keyOfTerm`. */
  key: number | undefined;
}

/** The types of JSON, of which whole numbers are none. */
export type Type = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export const TYPES: readonly Type[] = ['object', 'string', 'number', 'boolean', 'array', 'null'];

/** One demand of a schema: a keyword, or those that only make sense together. A schema demands all of its parts. */
export type Part = Said & {
  /** The type of the values that it is about; of all others it says nothing. */
  readonly on: Type | 'any';
  /** True where null fits whatever it says. */
  readonly exceptNull?: boolean;
  /** The keyword that says so, as it is written. */
  readonly keyword: string;
  /** The well-made keywords of the schema, among them its own. */
  readonly beside: JsonObject;
  readonly resource: Resource;
  readonly scope: Scope;
  /** Equal for parts that say the same, once somebody asked. */
  key?: number;
  /** The part as a schema of its own, once somebody asked. */
  alone?: Term | undefined;
};

export type Said =
  | { readonly kind: 'types'; readonly types: ReadonlySet<Type>; readonly isWhole: boolean }
  | { readonly kind: 'never' }
  /** Something that nobody can judge by. */
  | { readonly kind: 'unclear'; readonly reason: string }
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | Bound
  | { readonly kind: 'multiple'; readonly of: number }
  /** How many characters, items or members there are. */
  | { readonly kind: 'amount'; readonly least: number; readonly most: number }
  | { readonly kind: 'pattern'; readonly source: string }
  | { readonly kind: 'format'; readonly format: string }
  | { readonly kind: 'unique' }
  | { readonly kind: 'items'; readonly first: readonly Term[]; readonly rest: Term | undefined }
  | {
      readonly kind: 'contains';
      readonly term: Term;
      readonly least: number;
      readonly most: number;
      /** True where what it finds counts as evaluated. */
      readonly isNoted: boolean;
    }
  | Members
  | { readonly kind: 'names'; readonly term: Term }
  | { readonly kind: 'required'; readonly name: string }
  | { readonly kind: 'dependent-name'; readonly because: string; readonly name: string }
  | { readonly kind: 'dependent'; readonly because: string; readonly term: Term }
  | { readonly kind: 'all'; readonly terms: readonly Term[] }
  | { readonly kind: 'any'; readonly terms: readonly Term[] }
  | { readonly kind: 'one'; readonly terms: readonly Term[] }
  | { readonly kind: 'not'; readonly term: Term }
  | {
      readonly kind: 'conditional';
      readonly condition: Term;
      readonly consequence: Term | undefined;
      readonly alternative: Term | undefined;
    }
  /** What is left over when everything beside it has been looked at. */
  | { readonly kind: 'unevaluated'; readonly term: Term };

/** A limit of numbers. */
export interface Bound {
  readonly kind: 'bound';
  readonly side: 'least' | 'most';
  readonly limit: number;
  readonly excludes: boolean;
}

/** What a schema says about members: by name, by pattern, and about all others. */
export interface Members {
  readonly kind: 'members';
  readonly named: ReadonlyMap<string, Term>;
  readonly patterned: readonly Patterned[];
  readonly others: Term | undefined;
}

export interface Patterned {
  readonly source: string;
  readonly matches: Matcher | string;
  readonly term: Term;
}

/** True where a part says anything about values of a type. */
export function concerns({ on, exceptNull }: Part, type: Type): boolean {
  return on === type || (on === 'any' && !(exceptNull && type === 'null'));
}
