import { keysOf } from '@portolan/base';
import type { SecurityRequirement, SecurityScheme } from '../model.ts';
import { type Cursor, isObject, member, members, originOf, type Resolver } from '../resolve/cursor.ts';
import { nameOf } from '../resolve/location.ts';
import { compact, text, texts, unique } from './common.ts';

/** Gathers security schemes: those of the components under their keys, those written in place under names made for them. */
export interface SchemeCollector {
  /** The requirement that a scheme or a reference to one is in 3.x. */
  collect(at: Cursor): SecurityRequirement | undefined;
  schemes(): SecurityScheme[];
}

export function createSchemeCollector(components: Cursor, resolver: Resolver): SchemeCollector {
  const ids = new Map<string, string>();
  const found = new Map<string, SecurityScheme>();
  for (const [key, entry] of members(member(components, 'securitySchemes'))) add(entry, key);
  return { collect, schemes: () => [...found.values()] };

  function collect(at: Cursor): SecurityRequirement | undefined {
    const scheme = add(at, undefined);
    if (scheme === undefined) return undefined;
    const value = resolver.follow(at)?.value as Record<string, unknown>;
    return { scheme, scopes: texts(value.scopes) };
  }

  function add(entry: Cursor, key: string | undefined): string | undefined {
    const at = resolver.follow(entry);
    if (!at || !isObject(at.value)) return undefined;
    const place = `${at.source}#${at.pointer}`;
    const known = ids.get(place);
    if (known !== undefined) return known;
    const type = text(at.value.type) ?? 'unknown';
    const inPlace = keysOf(at.pointer).at(-2) === 'security';
    const id = unique(key ?? (inPlace ? type : nameOf(at.source, at.pointer)), found);
    const { type: _, description, ...details } = at.value;
    ids.set(place, id);
    found.set(id, compact({ id, type, description: text(description), details, origin: originOf(at) }));
    return id;
  }
}
