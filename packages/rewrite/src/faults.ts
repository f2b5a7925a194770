import { catalogue } from '@portolan/base';

/** What rewriting refuses, and why. */
export const faults = catalogue('REWRITE', {
  UNREADABLE: {
    status: 422,
    exit: 3,
    retry: false,
    says: '{location} cannot be rewritten, because it cannot be read: {reason}.',
    help: 'Run `portolan validate` on it, mend what it says about the text, and try again.',
  },
  VERSION: {
    status: 422,
    exit: 3,
    retry: false,
    says: '{location} cannot be converted: {reason}.',
    help: 'Documents of AsyncAPI 2.0 to 2.6 become 3.1.0; a document of 3.0 only changes its number.',
  },
  NOT_ASYNCAPI: {
    status: 422,
    exit: 3,
    retry: false,
    says: '{location} is no AsyncAPI document of version 2 or 3.',
    help: 'Name the document that begins with `asyncapi:`, not one of the files that it refers to.',
  },
  ALIASES: {
    status: 422,
    exit: 3,
    retry: false,
    says: '{location} cannot be rewritten: its YAML aliases, written out, are more than {limit} values.',
    help: 'Use references (`$ref`) into `components` in place of YAML aliases.',
  },
  NOT_FAITHFUL: {
    status: 500,
    exit: 3,
    retry: false,
    says: '{location} was not rewritten, because the result would say something else: {difference}.',
    help: 'Nothing was changed. Please report the document to the people who make Portolan.',
  },
  EDIT_OVERLAP: {
    status: 409,
    exit: 3,
    retry: false,
    says: 'Two edits of {location} change the same stretch of text, at offset {offset}.',
    help: 'Apply one of them, read the text again, and make the other one anew.',
  },
  EDIT_OUTSIDE: {
    status: 409,
    exit: 3,
    retry: false,
    says: 'An edit of {location} reaches from {start} to {end}, but the text has {length} characters.',
    help: 'The text has changed since the edit was made. Read it again, and make the edit anew.',
  },
  EDIT_NO_MEMBER: {
    status: 409,
    exit: 3,
    retry: false,
    says: 'There is no text of its own at `{pointer}` in {location}: {reason}.',
    help: 'Edit the place where it is written.',
  },
  EDIT_KEY_TAKEN: {
    status: 409,
    exit: 3,
    retry: false,
    says: 'There already is a member `{key}` in `{pointer}` of {location}.',
    help: 'Choose another name, or replace the value of the member that is there.',
  },
  EDIT_ANCHOR_IN_USE: {
    status: 409,
    exit: 3,
    retry: false,
    says: '`{pointer}` of {location} cannot be taken away or replaced: the alias `*{anchor}` elsewhere needs it.',
    help: 'Write the alias out first.',
  },
});
