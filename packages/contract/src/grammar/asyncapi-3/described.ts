import { type Field, listOf, may, named, referenceOr, text } from '../kinds.ts';

/** What nearly every object of 3.x carries, for people. */
export function described(things: string) {
  return {
    title: may(text, 'A name for people.'),
    summary: may(text, 'What it is about, in one line.'),
    description: may(text, 'A longer text in CommonMark.'),
    tags: may(listOf(referenceOr(named('Tag'))), `Words to group ${things} by.`),
    externalDocs: may(referenceOr(named('ExternalDocs')), 'Documentation that stands elsewhere.'),
  };
}

export const security: Field = may(listOf(referenceOr(named('SecurityScheme'))), 'The ways in; one of them is enough.');
