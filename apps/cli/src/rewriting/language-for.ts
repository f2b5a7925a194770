import type { Language } from '@portolan/rewrite';

/** The language that the result is wanted in: as asked for, else as the name of its file ends, else that of the document. */
export function languageFor(asked: Language | undefined, file: string | undefined): Language | undefined {
  if (asked !== undefined || file === undefined) return asked;
  if (/\.json$/i.test(file)) return 'json';
  return /\.ya?ml$/i.test(file) ? 'yaml' : undefined;
}
