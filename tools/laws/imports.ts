import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { files, ROOT, textOf } from './files.ts';
import { FLOORS, packageOf } from './floors.ts';

/** One import of one file: of values or of types, static or dynamic, as an export or in a type. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Path of the imported file, when it belongs to this checkout. */
  readonly to?: string;
}

/** `import('./x.ts').X` in a type; the parser lists only those among values. */
const TYPE_IMPORT = /\bimport\(\s*(['"])([^'"]+)\1\s*\)/g;

/** The specifiers that a text of TypeScript imports, each once. */
export function specifiersIn(path: string, text: string): string[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
    ...[...text.matchAll(TYPE_IMPORT)].map(match => match[2]),
  ];
  return [...new Set(found.filter(specifier => specifier !== undefined))];
}

/** Every import of every TypeScript file of the checkout. */
export function imports(): Import[] {
  return files('.ts', '.tsx').flatMap(from =>
    specifiersIn(from, textOf(from)).map(specifier => {
      const to = targetOf(from, specifier);
      return { from, specifier, ...(to && { to }) };
    }),
  );
}

function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier)).replaceAll('\\', '/');
  for (const part of Object.keys(FLOORS)) {
    const name = packageOf(part);
    if (specifier !== name && !specifier.startsWith(`${name}/`)) continue;
    return entryOf(part, `.${specifier.slice(name.length)}`);
  }
  return undefined;
}

/** The file behind an entry of a package, from its `exports`. */
function entryOf(part: string, entry: string): string {
  const manifest = join(ROOT, part, 'package.json');
  const { exports = {} } = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
  const target: unknown = exports[entry];
  return typeof target === 'string' ? join(part, target).replaceAll('\\', '/') : part;
}
