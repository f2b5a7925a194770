import { anything, formatted, type Kind, listOf, mapOf, may, must, type ObjectKind, object, text } from './kinds.ts';

/** Objects that are written the same way in 2.x and 3.x. */

const url = formatted('url');
const description = 'A longer text in CommonMark.';

export const contact: ObjectKind = object(
  'Contact',
  {
    name: may(text, 'The person or team to talk to.'),
    url: may(url, 'Where they are found.'),
    email: may(formatted('email'), 'Where to write to.'),
  },
  { says: 'Who answers for the application.' },
);

export const license: ObjectKind = object(
  'License',
  { name: must(text, 'The name of the license.'), url: may(url, 'Its text.') },
  { says: 'The terms that the API may be used under.' },
);

export const externalDocs: ObjectKind = object(
  'External Documentation',
  { description: may(text, description), url: must(url, 'Where it is found.') },
  { says: 'Documentation that stands elsewhere.' },
);

export const serverVariable: ObjectKind = object(
  'Server Variable',
  {
    enum: may(listOf(text), 'The only values that are allowed.'),
    default: may(text, 'What is used when nothing else is said.'),
    description: may(text, description),
    examples: may(listOf(text), 'Values that make sense.'),
  },
  { says: 'A part of the address of a server that is only known when it is used.' },
);

export const correlationId: ObjectKind = object(
  'Correlation ID',
  {
    description: may(text, description),
    location: must(formatted('runtimeExpression'), 'Where in the message it stands: `$message.header#/correlationId`.'),
  },
  { says: 'What connects a message with the others of the same conversation.' },
);

export const messageExample: ObjectKind = object(
  'Message Example',
  {
    name: may(text, 'A name for programs.'),
    summary: may(text, 'What the example shows.'),
    headers: may(mapOf(anything), 'Headers that fit the schema of the headers.'),
    payload: may(anything, 'A payload that fits the schema of the payload.'),
  },
  { says: 'One message as it could be sent.', needsOneOf: ['headers', 'payload'] },
);

/** A tag; how its external documentation is written depends on the version. */
export function tag(externalDocsKind: Kind): ObjectKind {
  return object(
    'Tag',
    { name: must(text, 'The tag.'), description: may(text, description), externalDocs: may(externalDocsKind) },
    { says: 'A word to group things by.' },
  );
}
