import type { Digest } from '@portolan/base';
import { maskSecrets } from '@portolan/checks';
import type { Serving } from '../../http/serving.ts';
import type { DocumentPage } from '../../port.ts';

/** Files with their texts from the store, secrets masked: more people see these pages than may see the documents. */
export function textsOf(
  files: readonly { readonly location: string; readonly digest: Digest }[],
  serving: Serving,
): Promise<DocumentPage['files']> {
  return Promise.all(
    files.map(async ({ location, digest }) => ({
      location,
      digest,
      text: maskSecrets((await serving.catalog()?.text(digest)) ?? ''),
    })),
  );
}
