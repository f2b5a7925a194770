import type { Finding } from '@portolan/base';
import { print, reportOf, withRanges } from '@portolan/checks';
import { type ReadResult, writtenOf } from '@portolan/contract';

/**
 * Prints what there is to say about a document that is being rewritten, as `validate` does, but on the standard error:
 * the standard output belongs to the result.
 */
export function tell(location: string, findings: readonly Finding[], { files, locate, contract }: ReadResult): void {
  if (findings.length === 0) return;
  const written = contract && { title: contract.info.title, ...writtenOf(contract) };
  const document = { location, ...written, findings: withRanges(findings, locate), files };
  const color = process.stderr.isTTY === true && !process.env.NO_COLOR;
  process.stderr.write(print('text', reportOf([document]), { color }));
}
