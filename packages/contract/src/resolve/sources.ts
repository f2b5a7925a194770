import type { Load, SourceFile } from '../model.ts';
import { asText, type Parsed, parse } from '../source/parse.ts';
import type { Refusal } from './complaint.ts';
import { importedPaths, placesOf } from './imports.ts';
import { loadingWith } from './loading.ts';
import { targetOf } from './location.ts';

/** Every file of a document by location, the entry first. Files that could not be loaded are remembered as undefined. */
export interface Sources {
  readonly entry: Parsed;
  readonly files: ReadonlyMap<string, Parsed | undefined>;
  /** Why files of the network could not be loaded, by location. */
  readonly refusals: ReadonlyMap<string, Refusal>;
  /** Files that are probably meant where there is none, by location. */
  readonly near: ReadonlyMap<string, string>;
}

/** Files of one document beyond which nothing more is loaded. */
const MAX_FILES = 2_000;

/**
 * Parses the entry and, file by file, everything that its references name. Loading comes first and is the only
 * asynchronous step, so that all the rest of reading is plain computation.
 */
export async function loadSources(location: string, text: string, load: Load): Promise<Sources> {
  const entry = parse(location, text);
  const files = new Map<string, Parsed | undefined>([[location, entry]]);
  const waiting: Parsed[] = [entry];
  const { load: loadNamed, refusals, near } = loadingWith(load);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const missing = externalFiles(file).filter(name => !files.has(name));
    const loaded = await Promise.all(missing.map(async name => [name, await loadNamed(name)] as const));
    for (const [name, content] of loaded) {
      if (files.size >= MAX_FILES) return { entry, files, refusals, near };
      const parsed = content === undefined ? undefined : parsedFile(name, content);
      files.set(name, parsed);
      if (parsed) waiting.push(parsed);
    }
    for (const path of importedPaths(file)) {
      for (const name of placesOf(path, file.location, location)) {
        if (files.size >= MAX_FILES) return { entry, files, refusals, near };
        if (!files.has(name)) {
          const content = await load(name);
          const parsed = content === undefined ? undefined : asText(name, content);
          files.set(name, parsed);
          if (parsed) waiting.push(parsed);
        }
        if (files.get(name)) break;
      }
    }
  }
  return { entry, files, refusals, near };
}

/** The files that were found, as the catalog keeps them. */
export function sourceFiles(sources: Sources): SourceFile[] {
  const found = [...sources.files.values()].filter(file => file !== undefined);
  return found.map(({ location, text }) => ({ location, text }));
}

function parsedFile(location: string, text: string): Parsed {
  return /\.(proto|xsd|raml)([?#].*)?$/i.test(location) ? asText(location, text) : parse(location, text);
}

/** Locations that references in a file name, itself left out. */
function externalFiles(file: Parsed): string[] {
  const found = new Set(file.references.map(reference => targetOf(reference, file.location).location));
  found.delete(file.location);
  return [...found];
}
