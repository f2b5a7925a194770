import { bundle, movedDifferences } from '@portolan/rewrite';
import { type RewriteOptions, rewriteOne } from '../rewriting/rewrite-one.ts';

/** Bundles one document and gives the exit code. Faults: those of `rewriteOne`, REWRITE_NOT_ASYNCAPI. */
export function runBundle(path: string, options: RewriteOptions): Promise<number> {
  return rewriteOne(path, options, {
    command: 'portolan bundle',
    make: ({ text, read: { files, contract } }, location) => bundle(text, { location, files, contract }),
    compare: movedDifferences,
  });
}
