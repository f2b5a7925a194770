import { matcherOf } from '../../pattern/match.ts';
import type { Atlas, Located, LocatedPart } from './located.ts';

/** What the writer’s schemas say about a part of a value, as far as that is the same in any case. It may be more than they allow. */

/** About the member of a name. */
export function memberOf(parts: readonly LocatedPart[], name: string, atlas: Atlas): Located[] {
  const found: Located[] = [];
  for (const { part, owner } of parts) {
    if (part.kind !== 'members') continue;
    const term = part.named.get(name);
    if (term) found.push(atlas.locate(term, owner, 'properties', name));
    let isKnown = term !== undefined;
    for (const { source, term: inner } of part.patterned) {
      const matcher = matcherOf(source);
      const said = typeof matcher === 'string' ? undefined : matcher(name);
      if (said !== false) isKnown = true;
      if (said) found.push(atlas.locate(inner, owner, 'patternProperties', source));
    }
    if (!isKnown && part.others) found.push(atlas.locate(part.others, owner, 'additionalProperties'));
  }
  return found;
}

/** About members whose names match a pattern, where the writer has the same one. */
export function patternedOf(parts: readonly LocatedPart[], source: string, atlas: Atlas): Located[] {
  return parts.flatMap(({ part, owner }) => {
    if (part.kind !== 'members') return [];
    const same = part.patterned.filter(one => one.source === source);
    return same.map(({ term }) => atlas.locate(term, owner, 'patternProperties', source));
  });
}

/** About members that no schema names. */
export function othersOf(parts: readonly LocatedPart[], atlas: Atlas): Located[] {
  return parts.flatMap(({ part, owner }) => {
    if (part.kind !== 'members' || part.patterned.length > 0 || !part.others) return [];
    return [atlas.locate(part.others, owner, 'additionalProperties')];
  });
}

/** About the item at a place, or those from there on. */
export function itemOf(parts: readonly LocatedPart[], at: number, isRest: boolean, atlas: Atlas): Located[] {
  return parts.flatMap(({ part, owner }) => {
    if (part.kind !== 'items') return [];
    const term = part.first[at];
    if (term && !isRest) return [atlas.locate(term, owner, part.keyword, at)];
    if (at < part.first.length || !part.rest) return [];
    return [
      atlas.locate(part.rest, owner, part.first.length > 0 && part.keyword === 'items' ? 'additionalItems' : 'items'),
    ];
  });
}

/** Names of members that the writer’s schemas speak of. */
export function namesOf(parts: readonly LocatedPart[]): Set<string> {
  const names = new Set<string>();
  for (const { part } of parts) {
    if (part.kind === 'required') names.add(part.name);
    if (part.kind === 'members') for (const name of part.named.keys()) names.add(name);
  }
  return names;
}
