import { join } from 'node:path';
import { type DocsInput, htmlSite, markdownSite } from '@portolan/generate/docs';
import { docsInput } from '../docs/input.ts';
import { type OutputFile, writeSite } from '../docs/site-folder.ts';
import { type TemplatesFolder, templatesIn } from '../docs/templates-folder.ts';
import type { EvidenceChoice } from '../documents/evidence.ts';
import type { RemoteChoice } from '../documents/remote.ts';
import { faults } from '../faults.ts';

/** Options of `docs`, as the command line gives them. */
export interface DocsOptions extends RemoteChoice, EvidenceChoice {
  readonly out: string;
  readonly format: string;
  readonly title?: string;
  readonly templates?: string;
}

/**
 * Writes docs of all documents at `paths`, and says what changed.
 *
 * Faults: those of `chartOf`, `templatesIn`, `writeSite` and of the generator.
 */
export async function runDocs(paths: readonly string[], options: DocsOptions): Promise<number> {
  const { out, title, templates: folder, format } = options;
  if (format === 'markdown' && folder !== undefined) {
    throw faults.USAGE({
      problem: 'Templates are for HTML: Markdown has no header, footer or style.',
      command: 'portolan docs',
    });
  }
  const templates = folder === undefined ? undefined : await templatesIn(folder);
  const input = await docsInput(paths, options, title);
  const site = templates
    ? withLogo(htmlSite({ ...input, templates: templates.templates }), templates)
    : SITES[format]?.(input);
  const { total, changed, removed } = await writeSite(out, site as AsyncIterable<OutputFile>);
  const what = changed === total ? `${total} files` : `${changed} of ${total} files`;
  console.info(`Wrote ${what} to ${out}${removed > 0 ? `, and removed ${removed} of before` : ''}.`);
  console.info(`It begins at ${join(out, format === 'html' ? 'index.html' : 'index.md')}.`);
  return 0;
}

const SITES: Readonly<Record<string, (input: DocsInput) => AsyncIterable<OutputFile>>> = {
  html: htmlSite,
  markdown: markdownSite,
};

/** Names of the formats. */
export const FORMATS: readonly string[] = Object.keys(SITES);

async function* withLogo(site: AsyncIterable<OutputFile>, folder: TemplatesFolder): AsyncGenerator<OutputFile> {
  yield* site;
  const { logo, templates } = folder;
  if (logo && templates.logo !== undefined) yield [`assets/${templates.logo}`, logo];
}
