import { prepare } from '@portolan/schema';
import { CLIENT, STYLE } from './assets.gen.ts';
import { framed } from './frame.ts';
import { known } from './known.ts';
import type { DocsInput } from './model.ts';
import { pages } from './pages/pages.ts';
import { ROSE_PICTURE } from './parts/icon.ts';
import { placesOf } from './places.ts';
import { searchEntries, searchScript } from './search-index.ts';
import { checkTemplates, partial } from './templates.ts';

/** A file of the site: its path from the root, with `/`, and its text. */
export type SiteFile = readonly [path: string, text: string];

/**
 * A static site, file by file: pages, one style, one script and the index of the search. The same input gives the same
 * bytes. It works under any address, and from a disk.
 *
 * Faults: DOCS_TEMPLATE_UNKNOWN, DOCS_SLOT_UNKNOWN.
 */
export async function* htmlSite(input: DocsInput): AsyncGenerator<SiteFile> {
  const { title, templates } = input;
  if (templates) checkTemplates(templates);
  await prepare(formatsOf(input), ['outline']);
  const world = known(input);
  const places = placesOf(input.chart, input.documents);
  const introduction = partial(templates, 'home.html', { title, site: title, root: '', path: 'index.html' });
  for (const page of pages(world, places, introduction)) yield [`${page.path}.html`, framed(page, input)];
  yield ['assets/portolan.css', STYLE];
  yield ['assets/portolan.js', CLIENT];
  yield ['assets/search-index.js', searchScript(searchEntries(world, places))];
  yield ['assets/icon.svg', ROSE_PICTURE];
  if (templates?.style !== undefined) yield ['assets/style.css', templates.style];
}

/** The languages of all schemas, each once. */
export function formatsOf({ documents }: DocsInput): Set<string> {
  return new Set(documents.flatMap(({ contract }) => contract.schemas.map(({ format }) => format)));
}
