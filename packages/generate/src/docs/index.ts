/** Documentation of a chart and its documents as files: a static site, or Markdown. */

export { markdownSite } from './markdown/site.ts';
export type { DocsContract, DocsDocument, DocsInput, FindingCounts, Templates } from './model.ts';
export { htmlSite, type SiteFile } from './site.ts';
export { LOGO_FILES, PARTIALS, STYLE_FILE } from './templates.ts';
