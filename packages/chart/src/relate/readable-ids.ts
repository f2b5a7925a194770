import { digestOfText, slug } from '@portolan/base';

/**
 * Ids that read well in a URL: the slug of each name. All who share a slug get a hash of their identity as well, so an id
 * depends neither on the order of the documents nor on who came first.
 *
 * @param names name by identity: a text that no other thing has and that stays when documents come and go
 */
export function readableIds(names: ReadonlyMap<string, string>): Map<string, string> {
  const sharing = new Map<string, string[]>();
  for (const [identity, name] of names) {
    const base = slug(name);
    const others = sharing.get(base);
    if (others) others.push(identity);
    else sharing.set(base, [identity]);
  }
  const ids = new Map<string, string>();
  const taken = new Set(sharing.keys());
  for (const [base, identities] of sharing) {
    if (identities.length === 1) ids.set(identities[0] as string, base);
    else for (const identity of identities.sort()) ids.set(identity, withHash(base, identity, taken));
  }
  return ids;
}

function withHash(base: string, identity: string, taken: Set<string>): string {
  const hash = digestOfText(identity).slice('sha256:'.length);
  let length = 6;
  while (taken.has(`${base}-${hash.slice(0, length)}`) && length < hash.length) length += 2;
  const id = `${base}-${hash.slice(0, length)}`;
  taken.add(id);
  return id;
}
