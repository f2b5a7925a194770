import type { Dialect } from '../dialect.ts';
import type { JsonObject } from '../json.ts';
import type { Holds } from '../keywords.ts';
import type { Lookup, SchemaSource } from '../shape.ts';
import type { Problem } from '../validate/verdict.ts';

/** What a schema says about a value: no, yes, or that nobody can tell in good time. */
export type Result = 0 | 1 | 2;

export const NO = 0;
export const YES = 1;
/** As in Kleene's logic: a schema is unknown where what is known decides nothing. */
export const UNKNOWN = 2;

/** Judges one keyword, or several that only make sense together, of one schema. */
export type Check = (value: unknown, run: Run) => Result;

/** A schema in its place, with its keywords made ready at the first visit. */
export interface Node {
  readonly schema: unknown;
  readonly resource: Resource;
  checks: readonly Check[] | undefined;
  /** True when other schemas are laid on the same value or on what is inside it: only then can work multiply. */
  branches: boolean;
  /** Level of the value that this schema is being laid on through a reference, plus the stamp of the run. */
  activeAt: number;
}

/** A schema with an address of its own, in which local references resolve: a document, or what has `$id` inside one. */
export interface Resource {
  /** An absolute URI without fragment. */
  readonly address: string;
  readonly root: unknown;
  readonly rules: Rules;
  readonly document: Document;
  /** By the schema's own object, which stands in one place only. */
  readonly nodes: Map<unknown, Node>;
  /** Filled when the document is indexed. */
  readonly anchors: Map<string, Anchor>;
  /** True when some reference may choose this resource by the way that led to it. */
  isDynamic: boolean;
}

export interface Anchor {
  readonly schema: unknown;
  readonly isDynamic: boolean;
}

/** A definition as it was found. */
export interface Document {
  readonly library: Library;
  /** True once its addresses and anchors are known, which only few references need. */
  isIndexed: boolean;
}

/** Everything that one schema refers to, loaded as it is needed. */
export interface Library {
  readonly lookup: Lookup;
  readonly documents: Document[];
  /** By address, or as `#/schemas/<id>`. A sentence says why there is none. */
  readonly resources: Map<string, Resource | string>;
  /** What the `$schema` of a schema says, or what holds without it. */
  readonly rulesOf: (schema: unknown, otherwise: Rules) => Rules;
  /** What holds in a definition that has no `$schema`. */
  readonly rulesOfFormat: (source: SchemaSource) => Rules;
  /** A meta-schema that everybody knows, by its address. */
  readonly metaschema: (address: string) => JsonObject | undefined;
}

/** Makes a check of a keyword and those that belong to it; undefined when nothing can fail. */
export type Maker = (schema: JsonObject, resource: Resource) => Check | undefined;

/** A keyword as one draft knows it. */
export interface Keyword {
  readonly vocabulary: Vocabulary;
  readonly form: Form;
  /** Keywords that work together share one maker. */
  readonly maker?: Maker;
}

export type Vocabulary = 'core' | 'applicator' | 'unevaluated' | 'validation' | 'format' | 'content' | 'meta-data';

/** What the value of a keyword must be; those of `Holds` hold schemas. */
export type Form =
  | Holds
  | 'text'
  | 'texts'
  | 'texts-by-name'
  | 'count'
  | 'number'
  | 'more-than-zero'
  | 'flag'
  | 'values'
  | 'types'
  | 'any';

/** The keywords of a draft, or of a meta-schema that picks some of its vocabularies. */
export interface Rules {
  readonly dialect: Dialect;
  readonly keywords: ReadonlyMap<string, Keyword>;
  /** The keyword that gives a schema an address. */
  readonly id: 'id' | '$id';
  /** False where a `$ref` silences everything beside it. */
  readonly heedsSiblings: boolean;
  /** True where references may depend on the way that led to them. */
  readonly isDynamic: boolean;
  /** Why no value can be judged by these rules. */
  readonly unclear?: string;
}

/** What in-place schemas said about the members and items of one value. */
export interface Evaluated {
  readonly names: Set<string>;
  /** Items from the front that were looked at. */
  items: number;
  readonly someItems: Set<number>;
  /** True when there may be more, because nobody could tell. */
  isPartial: boolean;
}

/** The resources that the way led through, as far as references depend on them, outermost first. */
export interface Scope {
  readonly resources: readonly Resource[];
  readonly inner: Map<Resource, Scope>;
}

/** One judgement of one value. */
export interface Run {
  /** Tells runs apart in `Node.activeAt`. */
  readonly stamp: number;
  /** True while only the result counts and nobody wants to know why. */
  quiet: boolean;
  /** Schemas laid on values so far, and other work of that size. */
  steps: number;
  /** Schemas that are being laid on values right now, one inside another. */
  depth: number;
  /** Keys that lead to the part of the value that is being judged. */
  readonly path: (string | number)[];
  scope: Scope;
  /** Where evaluated members and items are noted; undefined when nobody asks. */
  evaluated: Evaluated | undefined;
  /** By pointer and message, so that nothing is told twice. */
  problems: Map<string, Problem> | undefined;
  /** The first reason why something could not be told. */
  unclear: string | undefined;
  /** Results by scope, by schema, by value or place: made when the work threatens to multiply. */
  memory: Memory | undefined;
  /** The same while problems are told, by place. */
  told: Memory | undefined;
}

export type Memory = Map<Scope, Map<Node, Map<unknown, Remembered>>>;

export interface Remembered {
  readonly result: Result;
  readonly evaluated: Evaluated | undefined;
}
