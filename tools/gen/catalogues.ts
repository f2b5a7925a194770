import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compareText, type FaultKind } from '@portolan/base';

/** The faults of one package, by code. */
export interface FaultCatalogue {
  /** `packages/control`. */
  readonly part: string;
  readonly kinds: Readonly<Record<string, FaultKind>>;
}

/** Every fault catalogue of the workspace: what each `faults.ts` exports as `faults`. */
export async function catalogues(): Promise<FaultCatalogue[]> {
  const root = join(import.meta.dirname, '..', '..');
  const paths: string[] = [];
  for await (const path of glob('{packages,apps}/*/src/**/faults.ts', { cwd: root })) paths.push(path);
  const sorted = paths.map(path => path.replaceAll('\\', '/')).sort(compareText);
  return Promise.all(
    sorted.map(async path => {
      const { faults } = await import(pathToFileURL(join(root, path)).href);
      return { part: path.split('/').slice(0, 2).join('/'), kinds: faults.kinds };
    }),
  );
}
