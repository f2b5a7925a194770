import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOGO_FILES, STYLE_FILE, type Templates } from '@portolan/generate/docs';
import { nothingAt } from '../documents/nothing-at.ts';

/** A folder of templates as it was read. */
export interface TemplatesFolder {
  readonly templates: Templates;
  /** What is in the file of the logo. */
  readonly logo?: Uint8Array;
}

/** Reads a folder of templates; nothing in it is run. Faults: CLI_PATH_MISSING when there is no such folder. */
export async function templatesIn(folder: string): Promise<TemplatesFolder> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) throw await nothingAt(folder);
  const files = entries.filter(entry => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
  const partials: Record<string, string> = {};
  let style: string | undefined;
  const logo = LOGO_FILES.find(name => files.includes(name));
  for (const name of files.sort()) {
    if (LOGO_FILES.includes(name)) continue;
    const text = await readFile(join(folder, name), 'utf8');
    if (name === STYLE_FILE) style = text;
    else partials[name] = text;
  }
  return {
    templates: { partials, ...(style !== undefined && { style }), ...(logo !== undefined && { logo }) },
    ...(logo !== undefined && { logo: await readFile(join(folder, logo)) }),
  };
}
