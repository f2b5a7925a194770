import type { Lookup, SchemaSource } from '../shape.ts';
import { allTypes, type ProtoFile, type ProtoImport, type ProtoType } from './model.ts';
import { parseProtobuf } from './parse.ts';
import { wellKnownFile } from './well-known.ts';

/** A file together with those that it imports, as far as they are at hand. */
export interface World {
  readonly entry: ProtoFile;
  /** What an import leads to. */
  importOf(imported: ProtoImport, of: ProtoFile): Imported;
  /** The types that a name can mean in a file: its own and those it imports, by full name. */
  visible(file: ProtoFile): ReadonlyMap<string, Known>;
  /** False when a file that a file imports is missing, so that names which are not found may stand there. */
  isWhole(file: ProtoFile): boolean;
  /** Types of every file at hand, for suggestions: by full name, with the path they can be imported by. */
  anywhere(): ReadonlyMap<string, string>;
  /** The files on the way back to a file that imports itself, the file itself first and last; undefined for all others. */
  cycleOf(file: ProtoFile, imported: ProtoImport): readonly string[] | undefined;
}

export type Imported = { readonly file: ProtoFile } | 'well-known' | 'missing' | { readonly language: string };

/** A type where it is defined, or the full name of one that comes with the language. */
export type Known = { readonly type: ProtoType; readonly file: ProtoFile } | { readonly wellKnown: string };

/** Files that one text may draw in. */
const MOST_FILES = 1_000;

/** Reads a text and what it imports. `imports` of each source say which schema stands behind a path. */
export function worldOf(source: SchemaSource & { readonly definition: string }, lookup: Lookup): World {
  const files = new Map<string, ProtoFile>();
  const links = new Map<ProtoFile, Map<string, Imported>>();
  const waiting: (() => void)[] = [];
  const entry = load(source);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) next();
  const seen = new Map<ProtoFile, ReadonlyMap<string, Known>>();
  return { entry, importOf, visible, isWhole, anywhere, cycleOf };

  /** Two sources may have one text and still import different files: each gets a file of its own. */
  function load(from: SchemaSource & { readonly definition: string }): ProtoFile {
    const known = files.get(from.id);
    if (known) return known;
    const parsed = parseProtobuf(from.definition);
    const assumed = !parsed.stated && versionOf(from.schemaFormat) === '3';
    const file: ProtoFile = { ...parsed, ...(assumed && { syntax: 'proto3' }) };
    files.set(from.id, file);
    const follows = () => links.set(file, new Map(file.imports.map(({ path }) => [path, follow(path, from)] as const)));
    if (files.size < MOST_FILES) waiting.push(follows);
    return file;
  }

  function follow(path: string, from: SchemaSource): Imported {
    if (wellKnownFile(path)) return 'well-known';
    const [id] = from.imports && Object.hasOwn(from.imports, path) ? (from.imports[path] ?? []) : [];
    const other = id === undefined ? undefined : lookup(id);
    if (!other) return 'missing';
    const { definition } = other;
    if (typeof definition !== 'string' || other.format !== 'protobuf') return { language: other.format };
    return { file: load({ ...other, definition }) };
  }

  function importOf({ path }: ProtoImport, of: ProtoFile): Imported {
    return links.get(of)?.get(path) ?? 'missing';
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

  function anywhere(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const [, targets] of links)
      for (const [path, target] of targets)
        if (typeof target !== 'string' && 'file' in target)
          for (const { fullName } of allTypes(target.file.types)) found.set(fullName, path);
    return found;
  }

  function cycleOf(file: ProtoFile, imported: ProtoImport): readonly string[] | undefined {
    const first = importOf(imported, file);
    if (typeof first === 'string' || !('file' in first)) return undefined;
    const trail = new Map<ProtoFile, readonly string[]>([[first.file, [imported.path]]]);
    for (const [at, path] of trail) {
      if (at === file) return path;
      for (const inner of at.imports) {
        const target = importOf(inner, at);
        if (typeof target === 'string' || !('file' in target) || trail.has(target.file)) continue;
        trail.set(target.file, [...path, inner.path]);
      }
    }
    return undefined;
  }
}

/** The version of the language that a `schemaFormat` states: `2`, `3`. */
export function versionOf(schemaFormat: string | undefined): string | undefined {
  return /version\s*=\s*["']?(\d+)/.exec(schemaFormat ?? '')?.[1];
}
