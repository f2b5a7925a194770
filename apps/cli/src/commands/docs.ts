import { Command, Option } from 'commander';
import type { Finish } from '../finish.ts';
import { evidenceOption, remoteOption } from '../options.ts';

/** Formats of docs. */
export const DOCS_FORMATS = ['html', 'markdown'];

/** `portolan docs` */
export function docs(finish: Finish): Command {
  return new Command('docs')
    .summary('write a static site, or Markdown')
    .description('Write documentation of all documents into a folder: a static site with search, or Markdown.')
    .argument('[paths...]', 'files, folders, or patterns in quotes', ['.'])
    .requiredOption('-o, --out <folder>', 'folder to write into: a new or empty one, or one that this wrote before')
    .addOption(new Option('-f, --format <format>', 'what to write').choices(DOCS_FORMATS).default('html'))
    .option('--title <title>', 'title of the site; the title of the document where there is only one')
    .option('--templates <folder>', 'folder with a header, a footer, a style or a logo of your own')
    .addOption(evidenceOption())
    .addOption(remoteOption())
    .addHelpText(
      'after',
      `
Examples:
  portolan docs specs --out site
  portolan docs specs --out site --title "Example Inc. events" --templates docs-theme
  portolan docs orders.yaml --out docs/orders --format markdown`,
    )
    .action(async (paths: string[], options) => {
      const { runDocs } = await import('./run-docs.ts');
      finish(await runDocs(paths, options));
    });
}
