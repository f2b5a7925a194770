import type { Lookup, SchemaSource } from '../shape.ts';
import { allTypes, type ProtoFile, type ProtoImport, type ProtoType } from './model.ts';
import { parseProtobuf } from './parse.ts';
import { wellKnownFile } from './well-known.ts';

/** The files of a document, each read once, as far as they are at hand. */
export interface World {
  /** The file of a source. */
  fileOf(source: ProtoSource): ProtoFile;
  /** What an import leads to. */
  importOf(imported: ProtoImport, of: ProtoFile): Imported;
  /** The types that a name can mean in a file: its own and those it imports, by full name. */
  visible(file: ProtoFile): ReadonlyMap<string, Known>;
  /** False when a file that a file imports is missing, so that names which are not found may stand there. */
  isWhole(file: ProtoFile): boolean;
  /** Types of a file and of all that it draws in, for suggestions: by full name, with the path they are imported by. */
  around(file: ProtoFile): ReadonlyMap<string, string>;
  /** The shortest way by which a file imports itself: the paths of the imports on it; none for most files. */
  cycleOf(file: ProtoFile): readonly string[];
}

/** A source whose definition is text. */
export type ProtoSource = SchemaSource & { readonly definition: string };

export type Imported = { readonly file: ProtoFile } | 'well-known' | 'missing' | { readonly language: string };

/** A type where it is defined, or the full name of one that comes with the language. */
export type Known = { readonly type: ProtoType; readonly file: ProtoFile } | { readonly wellKnown: string };

const worlds = new WeakMap<Lookup, World>();

/** The files that a lookup leads to. They are kept as long as it lives: files of one document are read by each other. */
export function worldOf(lookup: Lookup): World {
  const world = worlds.get(lookup) ?? createWorld(lookup);
  worlds.set(lookup, world);
  return world;
}

/** `imports` of each source say which schema stands behind a path. */
function createWorld(lookup: Lookup): World {
  const files = new WeakMap<SchemaSource, ProtoFile>();
  const links = new WeakMap<ProtoFile, { readonly source: SchemaSource; readonly known: Map<string, Imported> }>();
  const seen = new WeakMap<ProtoFile, ReadonlyMap<string, Known>>();
  return { fileOf, importOf, visible, isWhole, around, cycleOf };

  /** Two sources may have one text and still import different files: each gets a file of its own. */
  function fileOf(source: ProtoSource): ProtoFile {
    const known = files.get(source);
    if (known) return known;
    const parsed = parseProtobuf(source.definition);
    const assumed = !parsed.stated && versionOf(source.schemaFormat) === '3';
    const file: ProtoFile = { ...parsed, ...(assumed && { syntax: 'proto3' }) };
    files.set(source, file);
    links.set(file, { source, known: new Map() });
    return file;
  }

  function follow(path: string, { imports = {} }: SchemaSource): Imported {
    if (wellKnownFile(path)) return 'well-known';
    const [id] = Object.hasOwn(imports, path) ? (imports[path] ?? []) : [];
    const other = id === undefined ? undefined : lookup(id);
    if (!other) return 'missing';
    return isText(other) && other.format === 'protobuf' ? { file: fileOf(other) } : { language: other.format };
  }

  function importOf({ path }: ProtoImport, of: ProtoFile): Imported {
    const link = links.get(of);
    const known = link?.known.get(path);
    if (known || !link) return known ?? 'missing';
    const found = follow(path, link.source);
    link.known.set(path, found);
    return found;
  }

  /** The file behind an import, where it is at hand. */
  function fileBehind(imported: ProtoImport, of: ProtoFile): ProtoFile | undefined {
    const target = importOf(imported, of);
    return typeof target !== 'string' && 'file' in target ? target.file : undefined;
  }

  function visible(file: ProtoFile): ReadonlyMap<string, Known> {
    const known = seen.get(file);
    if (known) return known;
    const found = new Map<string, Known>();
    for (const type of allTypes(file.types)) if (!found.has(type.fullName)) found.set(type.fullName, { type, file });
    for (const imported of reach(file)) {
      if (typeof imported === 'string') {
        for (const wellKnown of wellKnownFile(imported) ?? [])
          if (!found.has(wellKnown)) found.set(wellKnown, { wellKnown });
      } else
        for (const type of allTypes(imported.types))
          if (!found.has(type.fullName)) found.set(type.fullName, { type, file: imported });
    }
    seen.set(file, found);
    return found;
  }

  /** What a file imports, and what that imports publicly: files, and paths of those that come with the language. */
  function reach(file: ProtoFile): ReadonlySet<ProtoFile | string> {
    const found = new Set<ProtoFile | string>();
    const open = file.imports.map(imported => [imported, file] as const);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [imported, of] = next;
      const target = importOf(imported, of);
      if (target === 'well-known') found.add(imported.path);
      if (typeof target === 'string' || !('file' in target) || found.has(target.file)) continue;
      found.add(target.file);
      for (const inner of target.file.imports) if (inner.modifier === 'public') open.push([inner, target.file]);
    }
    return found;
  }

  function isWhole(file: ProtoFile): boolean {
    const files = [file, ...reach(file)].filter(found => typeof found !== 'string');
    return files.every(one => {
      const counted = one === file ? one.imports : one.imports.filter(({ modifier }) => modifier === 'public');
      return counted.every(imported => {
        const target = importOf(imported, one);
        return (
          target === 'well-known' ||
          (typeof target !== 'string' && 'file' in target && target.file.mistakes.length === 0)
        );
      });
    });
  }

  function around(file: ProtoFile): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const [other, { path }] of closure(file))
      for (const { fullName } of other === file ? [] : allTypes(other.types)) found.set(fullName, path);
    return found;
  }

  function cycleOf(file: ProtoFile): readonly string[] {
    const backFrom = (at: ProtoFile) => at.imports.find(imported => fileBehind(imported, at) === file);
    const steps = closure(file, at => backFrom(at) !== undefined);
    for (const at of steps.keys()) {
      const back = backFrom(at);
      if (!back) continue;
      const trail = [back.path];
      for (let step = at; step !== file; ) {
        const { from, path } = steps.get(step) as Step;
        trail.push(path);
        step = from;
      }
      return trail.reverse();
    }
    return [];
  }

  /** A file and all that it draws in, the nearest first, each with the import that led there; no further than `enough`. */
  function closure(file: ProtoFile, enough?: (at: ProtoFile) => boolean): ReadonlyMap<ProtoFile, Step> {
    const found = new Map<ProtoFile, Step>([[file, { from: file, path: '' }]]);
    for (const at of found.keys()) {
      if (enough?.(at)) break;
      for (const imported of at.imports) {
        const other = fileBehind(imported, at);
        if (other && !found.has(other)) found.set(other, { from: at, path: imported.path });
      }
    }
    return found;
  }
}

interface Step {
  readonly from: ProtoFile;
  readonly path: string;
}

export function isText(source: SchemaSource): source is ProtoSource {
  return typeof source.definition === 'string';
}

/** The version of the language that a `schemaFormat` states: `2`, `3`. */
export function versionOf(schemaFormat: string | undefined): string | undefined {
  return /version\s*=\s*["']?(\d+)/.exec(schemaFormat ?? '')?.[1];
}
