import type { ProtoFile } from './model.ts';
import type { Known, World } from './world.ts';

/** The types that are no messages and no enums. */
export const SCALARS: ReadonlySet<string> = new Set([
  'double',
  'float',
  'int32',
  'int64',
  'uint32',
  'uint64',
  'sint32',
  'sint64',
  'fixed32',
  'fixed64',
  'sfixed32',
  'sfixed64',
  'bool',
  'string',
  'bytes',
]);

/**
 * The type that a name means where it is used: the innermost scope that knows its first part decides, as in C++. `scope`
 * is the full name of the message around the use.
 */
export function resolveType(name: string, scope: string, file: ProtoFile, world: World): Known | undefined {
  const known = world.visible(file);
  if (name.startsWith('.')) return known.get(name.slice(1));
  const [first = ''] = name.split('.', 1);
  for (let at = scope; ; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const prefix = at === '' ? '' : `${at}.`;
    const whole = known.get(prefix + name);
    if (whole) return whole;
    if (first !== name && isScope(prefix + first, known)) return undefined;
    if (at === '') return undefined;
  }
}

const packages = new WeakMap<ReadonlyMap<string, Known>, ReadonlySet<string>>();

/** True for the name of a message or a package, in which the search would have to go on. */
function isScope(name: string, known: ReadonlyMap<string, Known>): boolean {
  const type = known.get(name);
  if (type && 'type' in type && type.type.kind === 'message') return true;
  let scopes = packages.get(known);
  if (!scopes) {
    const found = new Set<string>();
    for (const fullName of known.keys())
      for (let at = fullName.lastIndexOf('.'); at > 0; at = fullName.lastIndexOf('.', at - 1))
        found.add(fullName.slice(0, at));
    packages.set(known, found);
    scopes = found;
  }
  return scopes.has(name);
}
