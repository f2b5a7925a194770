import { convert, convertedDifferences, convertOpenApi, openApiDifferences, type View } from '@portolan/rewrite';
import { type RewriteOptions, rewriteOne } from '../rewriting/rewrite-one.ts';

/** Options of `convert`, as the command line gives them. */
export interface ConvertOptions extends RewriteOptions {
  readonly view: View;
}

/** Converts one document and gives the exit code. Faults: those of `rewriteOne`, REWRITE_VERSION. */
export function runConvert(path: string, options: ConvertOptions): Promise<number> {
  const { view } = options;
  return rewriteOne(path, options, {
    command: 'portolan convert',
    make: ({ text, read: { files, contract, locate } }, location) =>
      contract.asyncapi === undefined
        ? convertOpenApi(contract, locate)
        : convert(text, { to: '3.1.0', location, files, view, contract }),
    compare: (before, after) =>
      before.asyncapi === undefined ? openApiDifferences(before, after) : convertedDifferences(before, after, view),
  });
}
