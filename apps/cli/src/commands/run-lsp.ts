import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import manifest from '../../package.json' with { type: 'json' };
import { serve } from '../lsp/serve.ts';

/** Options of `lsp`, as the command line gives them. */
export interface LspOptions {
  readonly plugins?: boolean;
  readonly docs?: string;
}

/**
 * Serves one editor until it says `exit` or goes away, which ends the process: with 0 after a `shutdown`, with 1 without.
 */
export async function runLsp({ plugins = false, docs = pagesHere() }: LspOptions): Promise<number> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  serve(connection, { version: manifest.version, plugins, docs });
  connection.listen();
  return await new Promise<number>(() => undefined);
}

/** A checkout has the pages about findings; a package has not. */
function pagesHere(): string | undefined {
  const folder = resolve(import.meta.dirname, '..', '..', '..', '..', 'docs', 'reference', 'rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : undefined;
}
