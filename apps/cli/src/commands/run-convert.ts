import type { Contract } from '@portolan/contract';
import { convert, convertedDifferences, convertOpenApi, openApiDifferences, type View } from '@portolan/rewrite';
import { faults } from '../faults.ts';
import { type RewriteOptions, rewriteOne } from '../rewriting/rewrite-one.ts';

/** Options of `convert`, as the command line gives them. */
export interface ConvertOptions extends RewriteOptions {
  readonly view: View;
}

const command = 'portolan convert';

/** Converts one document and gives the exit code. Faults: those of `rewriteOne`, REWRITE_VERSION. */
export function runConvert(path: string, options: ConvertOptions): Promise<number> {
  const { view, write } = options;
  return rewriteOne(path, options, {
    command,
    make: ({ text, read: { files, contract, locate } }, location) => {
      if (isAsyncApi(contract)) return convert(text, { to: '3.1.0', location, files, view, contract });
      if (write)
        throw faults.USAGE({ problem: `\`--write\` would lose what is not asynchronous in ${location}.`, command });
      return convertOpenApi(contract, locate);
    },
    compare: (before, after) =>
      isAsyncApi(before) ? convertedDifferences(before, after, view) : openApiDifferences(before, after),
  });
}

function isAsyncApi({ asyncapi }: Contract): boolean {
  return asyncapi !== undefined;
}
