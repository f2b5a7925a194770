import type { Operation, SecurityScheme } from '../model.ts';
import { createSchemeCollector } from '../normalise/security.ts';
import { type Cursor, member, type Resolver } from '../resolve/cursor.ts';

/** Types that AsyncAPI calls by another name; its own `apiKey` is one in place of a user name or a password. */
const TYPES: Readonly<Record<string, string>> = { apiKey: 'httpApiKey', mutualTLS: 'X509' };

/** The security schemes that the requests name; those of `paths` alone are left out with them. */
export function schemesOf(
  root: Cursor,
  operations: readonly Pick<Operation, 'security'>[],
  resolver: Resolver,
): SecurityScheme[] {
  const named = new Set(operations.flatMap(({ security }) => security.map(({ scheme }) => scheme)));
  if (named.size === 0) return [];
  return createSchemeCollector(member(root, 'components'), resolver)
    .schemes()
    .filter(({ id }) => named.has(id))
    .map(scheme => ({
      ...scheme,
      type: Object.hasOwn(TYPES, scheme.type) ? (TYPES[scheme.type] as string) : scheme.type,
    }));
}
