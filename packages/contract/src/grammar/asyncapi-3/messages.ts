import { formatted, listOf, may, must, named, type ObjectKind, object, referenceOr, text } from '../kinds.ts';
import { described } from './described.ts';

const traitFields = {
  headers: may(referenceOr(named('HeadersSchema')), 'What the headers look like.'),
  correlationId: may(referenceOr(named('CorrelationId')), 'What connects it with other messages.'),
  contentType: may(formatted('mediaType'), 'How the payload is encoded.'),
  name: may(text, 'A name for programs.'),
  ...described('messages'),
  bindings: may(referenceOr(named('MessageBindings')), 'What only the protocol knows.'),
  examples: may(listOf(named('MessageExample')), 'Messages as they could be sent.'),
  deprecated: may({ is: 'boolean' } as const, 'Whether it should no longer be used.'),
};

const instead = {
  schemaFormat: 'From AsyncAPI 3.0 on, write `payload: { schemaFormat: …, schema: … }`.',
  messageId: 'From AsyncAPI 3.0 on, the key of the message in its channel is its id.',
};

export const messageTrait: ObjectKind = object('Message Trait', traitFields, {
  says: 'What several messages have in common.',
  instead: {
    ...instead,
    payload: 'A trait leaves this to the messages that it is applied to.',
    traits: 'A trait has no traits of its own.',
  },
});

export const message: ObjectKind = object(
  'Message',
  {
    payload: may(referenceOr(named('AnySchema')), 'What the content looks like.'),
    ...traitFields,
    traits: may(listOf(referenceOr(named('MessageTrait'))), 'What it has in common with others.'),
  },
  {
    says: 'What is sent on a channel.',
    instead: { ...instead, oneOf: 'From AsyncAPI 3.0 on, list the messages in `messages` of the channel.' },
  },
);

export const multiFormatSchema: ObjectKind = object(
  'Multi Format Schema',
  {
    schemaFormat: may(text, 'The language of the schema; without it, the Schema Object of AsyncAPI.'),
    schema: must(named('SchemaInFormat'), 'The schema, in that language.'),
  },
  { says: 'A schema in a language of its own.' },
);
