import { type Load, readText, type SourceFile } from '@portolan/contract';
import { mustBeNone } from '@portolan/rewrite';
import type { Home } from './home.ts';

/**
 * Reads what was drafted before anybody else does: all that was there is there, and nothing is wrong that was right.
 *
 * Faults: REWRITE_NOT_FAITHFUL.
 */
export async function readAgain({ document, read }: Home, files: readonly SourceFile[]): Promise<void> {
  const texts = new Map([...read.files, ...files].map(({ location, text }) => [location, text]));
  const load: Load = async location => texts.get(location) ?? (await document.load(location));
  const { contract, findings } = await readText(document.location, texts.get(document.location) ?? '', load);
  const known = new Set(read.findings.map(({ code }) => code));
  const wrong = findings.find(({ code, severity }) => severity === 'error' && !known.has(code));
  const names = new Set(contract?.messages.map(({ name }) => name));
  const lost = read.contract.messages.find(({ name }) => !names.has(name));
  mustBeNone(document.location, [
    ...(wrong ? [{ pointer: wrong.origin.pointer, before: undefined, after: wrong.message }] : []),
    ...(lost ? [{ pointer: lost.origin.pointer, before: lost.name, after: undefined }] : []),
  ]);
}
