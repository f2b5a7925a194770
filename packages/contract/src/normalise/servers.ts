import type { Server, ServerVariable } from '../model.ts';
import { type Cursor, isObject, member, members, originOf, type Resolver } from '../resolve/cursor.ts';
import { bindings, compact, described, text, texts } from './common.ts';

/** Host and path of a 2.x server URL. User information is dropped: it is a secret, and a finding of its own. */
export function splitUrl(url: string): { host: string; pathname?: string } {
  const rest = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const slash = rest.indexOf('/');
  const host = withoutUser(slash < 0 ? rest : rest.slice(0, slash));
  return compact({ host, pathname: slash < 0 ? undefined : rest.slice(slash) });
}

/** `user:password@host` without what stands before the `@`. */
export function withoutUser(host: string): string {
  return host.slice(host.lastIndexOf('@') + 1);
}

/** What servers of both versions have in common. */
export function serverFacts(at: Cursor, resolver: Resolver) {
  const value = at.value as Record<string, unknown>;
  return compact({
    ...described(at, resolver),
    protocol: (text(value.protocol) ?? 'unknown').toLowerCase(),
    protocolVersion: versionText(value.protocolVersion),
    variables: variables(member(at, 'variables'), resolver),
    bindings: bindings(member(at, 'bindings'), resolver),
  }) satisfies Partial<Server>;
}

/** Unquoted in YAML, a version is a number; people mean text. */
function versionText(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : text(value);
}

function variables(at: Cursor, resolver: Resolver): ServerVariable[] {
  return members(at).flatMap(([name, entry]) => {
    const value = resolver.follow(entry)?.value;
    // A variable that cannot be read has a name all the same, and that is said already.
    if (!isObject(value)) return [{ name, origin: originOf(entry) }];
    return [
      compact({
        name,
        default: text(value.default),
        enum: Array.isArray(value.enum) ? texts(value.enum) : undefined,
        examples: Array.isArray(value.examples) ? texts(value.examples) : undefined,
        description: text(value.description),
        origin: originOf(entry),
      }),
    ];
  });
}
