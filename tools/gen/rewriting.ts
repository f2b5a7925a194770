/** What rewriting says about an example, for the pages about its findings. */
import type { Finding, FindingKind } from '@portolan/base';
import type { ReadResult } from '@portolan/contract';
import { bundle, bundleFindingKinds, convert, convertFindingKinds } from '@portolan/rewrite';

/** Every kind of finding that rewriting can make. */
export const rewritingKinds: readonly FindingKind[] = [...bundleFindingKinds, ...convertFindingKinds];

/** The findings of bundling a document that was read, when the kind is one of bundling, else those of converting it. */
export function whileRewriting(kind: FindingKind, location: string, read: ReadResult): readonly Finding[] {
  const { files, contract } = read;
  const text = files[0]?.text ?? '';
  const options = { location, files, ...(contract && { contract }) };
  return bundleFindingKinds.includes(kind)
    ? bundle(text, options).findings
    : convert(text, { ...options, to: '3.1.0' }).findings;
}
