import type { Import } from './imports.ts';

/** Groups of files that import each other in a circle, each named by its way round: `a → b → a`. */
export function cycles(imports: readonly Pick<Import, 'from' | 'to'>[]): string[] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const found: string[] = [];

  function visit(file: string, way: readonly string[]): void {
    const met = way.indexOf(file);
    if (met >= 0) found.push([...way.slice(met), file].join(' → '));
    if (met >= 0 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) if (to !== undefined) visit(to, [...way, file]);
    done.add(file);
  }

  for (const file of next.keys()) visit(file, []);
  return found;
}
