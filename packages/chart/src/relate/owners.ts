import { compareText, slug } from '@portolan/base';
import type { TeamId, TeamNode } from '../model.ts';
import { compact } from './compact.ts';
import { namedBy } from './named.ts';
import { onceFor } from './once.ts';

/** Extensions that name an owner, the most telling first. */
const EXTENSIONS = ['x-owner', 'x-team', 'x-owners'];

/** An owner as one document names it. */
export interface Owner {
  readonly id: TeamId;
  /** The word in the document. */
  readonly word: string;
  readonly name?: string;
  readonly email?: string;
  readonly url?: string;
}

/**
 * The team that answers for a document: what an extension names, else the contact by its name, else by its email. The
 * contact also says more about a named owner, but only when it is plainly the same team: documents do name a support
 * desk as their contact.
 */
export const ownerOf = onceFor((contract): Owner | undefined => {
  const { name, email, url } = contract.info.contact ?? {};
  const named = namedBy(contract, EXTENSIONS);
  if (!named) {
    const word = name?.trim() || email?.trim();
    return word ? compact({ id: slug(word), word, name: name?.trim() || undefined, email, url }) : undefined;
  }
  const id = slug(named.word);
  const same = [named.word, named.name].some(word => word !== undefined && isContact(word, name, email));
  const more = same ? { name, email, url } : {};
  return compact({
    id,
    word: named.word,
    name: named.name ?? more.name,
    email: named.email ?? more.email,
    url: named.url ?? more.url,
  });
});

/** Every team that owns something, with the first name and address that a document gives it. */
export function teamsOf(owners: readonly Owner[]): TeamNode[] {
  const teams = new Map<TeamId, { word: string; name?: string; email?: string; url?: string }>();
  for (const { id, word, name, email, url } of owners) {
    const team = teams.get(id) ?? { word };
    team.name ??= name;
    team.email ??= email;
    team.url ??= url;
    teams.set(id, team);
  }
  const nodes = [...teams].map(([id, { word, name, ...more }]) => compact({ id, name: name ?? word, ...more }));
  return nodes.sort((a, b) => compareText(a.id, b.id));
}

/** `payments` is the contact `Payments Team` and the contact `payments@example.com`. */
function isContact(word: string, name: string | undefined, email: string | undefined): boolean {
  const team = bare(word);
  return (
    (name !== undefined && bare(name) === team) || (email !== undefined && bare(email.replace(/@.*$/, '')) === team)
  );
}

/** A team's name without the word that says that it is one. */
function bare(name: string): string {
  return slug(name).replace(/^(the-)?(team|squad)-(?=.)|-(team|squad)$/g, '');
}
