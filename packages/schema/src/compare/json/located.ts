import { pointerOf } from '@portolan/base';
import { isObject } from '../../json.ts';
import type { Lookup, SchemaSource } from '../../shape.ts';
import type { SchemaPlace } from '../model.ts';
import type { Part, Term } from './search/part.ts';
import { partsOf } from './search/parts.ts';

/** A schema with the place where it stands. */
export interface Located {
  readonly term: Term;
  readonly place: SchemaPlace;
}

/** A part of a schema with the schema that says it. */
export interface LocatedPart {
  readonly part: Part;
  readonly owner: Located;
}

/** Finds where schemas stand, in all definitions that one side has drawn in. */
export interface Atlas {
  /** Hands on what the side looks up, and remembers it. */
  readonly lookup: Lookup;
  /** The place of a schema that has an object of its own in the text. */
  readonly placeOf: (schema: unknown) => SchemaPlace | undefined;
  /** A schema with its place; where the text has no object of its own for it, the one that `around` says with the keys. */
  readonly locate: (term: Term, around: Located, ...keys: readonly (string | number)[]) => Located;
}

export function newAtlas(source: SchemaSource, lookup: Lookup): Atlas {
  const sources: SchemaSource[] = [source];
  const places = new Map<unknown, SchemaPlace>();
  let indexed = 0;
  return {
    lookup(id) {
      const found = lookup(id);
      if (found && !sources.includes(found)) sources.push(found);
      return found;
    },
    placeOf,
    locate(term, around, ...keys) {
      return {
        term,
        // Most places are never told.
        get place() {
          const { schema, pointer } = around.place;
          return placeOf(term.node.schema) ?? { schema, pointer: pointerOf(pointer, ...keys) };
        },
      };
    },
  };

  function placeOf(schema: unknown): SchemaPlace | undefined {
    for (; indexed < sources.length; indexed++) index(sources[indexed] as SchemaSource);
    return places.get(schema);
  }

  function index({ id, definition }: SchemaSource): void {
    const waiting: { value: unknown; pointer: string }[] = [{ value: definition, pointer: '' }];
    for (const { value, pointer } of waiting) {
      if (value === null || typeof value !== 'object' || places.has(value)) continue;
      places.set(value, { schema: id, pointer });
      const entries = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
      for (const [key, inner] of entries) {
        if (inner !== null && typeof inner === 'object')
          waiting.push({ value: inner, pointer: pointerOf(pointer, key) });
      }
    }
  }
}

/** All parts that hold in any case: those of schemas that `allOf` and references lay on the same value, too. */
export function partsAlong(schemas: readonly Located[], atlas: Atlas): LocatedPart[] {
  const found: LocatedPart[] = [];
  const waiting = [...schemas];
  const seen = new Set<Term>();
  for (const owner of waiting) {
    if (seen.has(owner.term)) continue;
    seen.add(owner.term);
    for (const part of partsOf(owner.term)) {
      if (part.kind === 'all' && !part.exceptNull) {
        for (const [index, term] of part.terms.entries()) waiting.push(atlas.locate(term, owner, part.keyword, index));
      } else found.push({ part, owner });
    }
  }
  return found;
}

/** The place of the keyword that a part is. */
export function placeOfPart({ part, owner }: LocatedPart): SchemaPlace {
  if (part.keyword === '') return owner.place;
  return { schema: owner.place.schema, pointer: pointerOf(owner.place.pointer, part.keyword) };
}
