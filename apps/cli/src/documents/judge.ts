import type { Finding } from '@portolan/base';
import { lint, type ReportedDocument, rulesOf, withRanges } from '@portolan/checks';
import { readText } from '@portolan/contract';
import { faults } from '@portolan/control';
import type { GivenDocument } from './given.ts';

/**
 * Reads a document and applies a set of rules to it. A failure of the reader itself is a finding of this document, so
 * that it hides no other one.
 */
export async function judge(document: GivenDocument, set: string): Promise<ReportedDocument> {
  const { location, load } = document;
  const rules = rulesOf(set);
  const text = await document.text();
  try {
    const { contract, findings, files, locate } = await readText(location, text, load);
    const judged = contract ? await lint(contract, rules) : [];
    return {
      location,
      ...(contract && { title: contract.info.title, asyncapi: contract.asyncapi }),
      findings: withRanges([...findings, ...judged], locate),
      files,
    };
  } catch (error) {
    return { location, findings: [failure(location, error)], files: [{ location, text }] };
  }
}

function failure(location: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  const { code, message, help } = faults.READING_FAILED({ document: location, reason }, { cause: error });
  return { code, severity: 'error', message, help, origin: { source: location, pointer: '' } };
}
