import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Known } from './known.ts';
import type { PlaceKind, Places } from './places.ts';

/** Where a page stands, and what it can point to. Every address is relative, so that a site works under any address. */
export interface At {
  readonly world: Known;
  /** From this page to the root of the site: empty or `../`. */
  readonly root: string;
  /** Address of the page of a thing; undefined when it has none. */
  readonly href: (kind: PlaceKind, id: string) => string | undefined;
}

/** How pages in a folder of the site (`channels`), or at its root, point to others. */
export function atRoot(world: Known, places: Places, root: '' | '../', ending: 'html' | 'md'): At {
  return {
    world,
    root,
    href: (kind, id) => {
      const address = places.addressOf(kind, id);
      return address === undefined ? undefined : `${root}${address}.${ending}`;
    },
  };
}

/** A name that leads to the page of the thing it names; the name alone where there is no page. */
export function to(at: At, kind: PlaceKind, id: string, name: Html | string, className = 'quiet-link'): Html {
  const href = at.href(kind, id);
  return href === undefined ? html`${name}` : html`<a href="${href}" class="${className}">${name}</a>`;
}
