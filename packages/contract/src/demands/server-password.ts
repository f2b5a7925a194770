import { type Cursor, isObject, member, members, type Resolver } from '../resolve/cursor.ts';
import type { Report } from '../resolve/resolver.ts';
import { SERVER_PASSWORD } from './findings.ts';

/** Passwords in server addresses: normalising drops them, so that no page shows them, but somebody must hear of it. */
export function checkServerPasswords(root: Cursor, resolver: Resolver, report: Report): void {
  const components = member(member(root, 'components'), 'servers');
  for (const [server, entry] of [...members(member(root, 'servers')), ...members(components)]) {
    const at = resolver.follow(entry);
    if (!at || !isObject(at.value)) continue;
    for (const field of ['host', 'url']) {
      const address = member(at, field);
      if (typeof address.value === 'string' && holdsPassword(address.value))
        report(SERVER_PASSWORD, address, { server });
    }
  }
}

/** `user:password@`; variables in braces are a place for a password and not one. */
function holdsPassword(address: string): boolean {
  const password = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/@:]*:([^/@]+)@/i.exec(address)?.[1];
  return password !== undefined && !/^\{[^}]*\}$/.test(password);
}
