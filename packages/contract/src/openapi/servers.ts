import type { Server } from '../model.ts';
import { text, unique } from '../normalise/common.ts';
import { serverFacts, splitUrl } from '../normalise/servers.ts';
import { type Cursor, isObject, items, type Json, member, type Resolver } from '../resolve/cursor.ts';

/** Servers of an OpenAPI document: where the application is called. A URL that is only a path names no server. */
export function serversOf(root: Cursor, resolver: Resolver): Server[] {
  const ids = new Set<string>();
  return items(member(root, 'servers')).flatMap(at => {
    const url = isObject(at.value) ? text(at.value.url) : undefined;
    const [, scheme] = /^([^/]*):\/\//.exec(url ?? '') ?? [];
    if (url === undefined || scheme === undefined) return [];
    const place = splitUrl(url.slice(scheme.length + 3));
    const id = unique(text((at.value as Json).name) ?? place.host, ids);
    ids.add(id);
    const facts = serverFacts(at, resolver);
    const protocol = schemeOf(scheme, facts.variables);
    return [{ id, ...facts, ...place, protocol, security: [] }];
  });
}

/** The scheme, or the usual value of the variable that it is. */
function schemeOf(written: string, variables: Server['variables']): string {
  const variable = /^\{(.+)\}$/.exec(written)?.[1];
  const value = variable === undefined ? written : variables.find(({ name }) => name === variable)?.default;
  return (value ?? 'https').toLowerCase();
}
