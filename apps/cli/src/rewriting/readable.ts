import { type ReadResult, readText } from '@portolan/contract';
import type { GivenDocument } from '../documents/given.ts';
import { tell } from './tell.ts';

/** A text that could be read, and what it means. */
export interface Parseable {
  readonly text: string;
  readonly read: ReadResult;
}

/** A document that could be read, with its text. */
export interface Readable extends Parseable {
  readonly read: ReadResult & Required<Pick<ReadResult, 'contract'>>;
}

/**
 * Reads a file that is to be rewritten. Where its text is broken, its errors are printed and nothing is returned: rewriting
 * would guess. Other mistakes are for `validate` to tell, and stay as they are.
 */
export async function parseable(document: GivenDocument): Promise<Parseable | undefined> {
  const text = await document.text();
  const read = await readText(document.location, text, document.load);
  const broken = read.findings.some(({ code, severity, origin }) => {
    return severity === 'error' && code.startsWith('SOURCE_') && origin.source === document.location;
  });
  if (!broken) return { text, read };
  tellErrors(document, read);
  return undefined;
}

/** As `parseable`, for what has to be a document. */
export async function readable(document: GivenDocument): Promise<Readable | undefined> {
  const found = await parseable(document);
  if (!found) return undefined;
  const { text, read } = found;
  const { contract } = read;
  if (contract) return { text, read: { ...read, contract } };
  tellErrors(document, read);
  return undefined;
}

function tellErrors({ location }: GivenDocument, read: ReadResult): void {
  const errors = read.findings.filter(({ severity }) => severity === 'error');
  tell(location, errors, read);
}
