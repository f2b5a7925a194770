import type { Origin } from '@portolan/base';
import { type Cursor, member, members, originOf } from './resolve/cursor.ts';

/**
 * Components that nothing refers to: legal, without effect, and mostly forgotten. Security schemes of 2.x are used by name,
 * not by reference, and are told by `named`.
 */
export function unusedComponents(root: Cursor, visited: ReadonlySet<string>, named: ReadonlySet<string>): Origin[] {
  const used = new Set(visited);
  // A reference into a component uses it too.
  for (const place of visited) {
    const component = /^([^#]*#\/components\/[^/]+\/[^/]+)\//.exec(place)?.[1];
    if (component !== undefined) used.add(component);
  }
  return members(member(root, 'components')).flatMap(([kind, map]) =>
    members(map)
      .filter(([key, at]) => !used.has(`${at.source}#${at.pointer}`) && !(kind === 'securitySchemes' && named.has(key)))
      .map(([, at]) => originOf(at)),
  );
}
