import { nearest } from '@portolan/base';
import { faults } from '../faults.ts';
import { escaped, type Html, safe } from './html.ts';
import type { Templates } from './model.ts';

/** Files of HTML that a team may put in a folder of templates, with where each goes. */
export const PARTIALS = {
  'header.html': 'above the content of every page',
  'footer.html': 'below the content of every page',
  'side.html': 'below the navigation',
  'home.html': 'on the first page, below its title',
} as const;

/** Other files of such a folder. */
export const STYLE_FILE = 'style.css';
export const LOGO_FILES: readonly string[] = ['logo.svg', 'logo.png'];

/** What a slot is replaced by: `{{title}}` becomes the title of the page. */
export interface Slots {
  /** Title of the page. */
  readonly title: string;
  /** Title of the site. */
  readonly site: string;
  /** From the page to the root of the site: empty or `../`. */
  readonly root: string;
  /** Path of the page from the root of the site. */
  readonly path: string;
}

const SLOT_NAMES = ['title', 'site', 'root', 'path'] as const;

/** Looks at templates before anything is written. Faults: DOCS_TEMPLATE_UNKNOWN, DOCS_SLOT_UNKNOWN. */
export function checkTemplates({ partials }: Templates): void {
  const known = Object.keys(PARTIALS);
  for (const [name, text] of Object.entries(partials)) {
    if (!known.includes(name))
      throw faults.TEMPLATE_UNKNOWN({ name, hint: hintOf(name, known), known: templateNames() });
    for (const [, slot = ''] of text.matchAll(SLOT)) {
      if (isSlot(slot)) continue;
      const all = SLOT_NAMES.map(each => `{{${each}}}`).join(', ');
      throw faults.SLOT_UNKNOWN({ name, slot: `{{${slot}}}`, hint: hintOf(slot, SLOT_NAMES), known: all });
    }
  }
}

/** Every file that a folder of templates may have, in words. */
function templateNames(): string {
  return [...Object.keys(PARTIALS), STYLE_FILE, ...LOGO_FILES].join(', ');
}

const SLOT = /\{\{\s*([\w-]*)\s*\}\}/g;

/** A template with its slots filled; undefined where the team has none. Only the slots are filled: nothing in it is run. */
export function partial(templates: Templates | undefined, name: keyof typeof PARTIALS, slots: Slots): Html | undefined {
  const text = templates?.partials[name];
  if (text === undefined) return undefined;
  return safe(text.replace(SLOT, (whole, slot: string) => (isSlot(slot) ? escaped(slots[slot]) : whole)));
}

function isSlot(name: string): name is keyof Slots {
  return (SLOT_NAMES as readonly string[]).includes(name);
}

function hintOf(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '' : `Did you mean ${near}? `;
}
