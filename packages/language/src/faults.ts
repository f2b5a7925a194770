import { catalogue } from '@portolan/base';

/** What an editor asks for and cannot have, with the reason. */
export const faults = catalogue('LANGUAGE', {
  RENAME_NOTHING: {
    status: 404,
    exit: 3,
    retry: false,
    says: 'There is nothing here that can be renamed.',
    help: 'Put the cursor on the name of a channel, a message, a component, a property or a parameter, or on a reference to one.',
  },
  RENAME_FIXED: {
    status: 409,
    exit: 3,
    retry: false,
    says: '`{name}` is a word of the specification and cannot have another name.',
    help: 'Only names that the author of the document chose can be changed.',
  },
  RENAME_ILLEGAL: {
    status: 400,
    exit: 3,
    retry: false,
    says: '`{name}` cannot be the name here: it must be {expected}.',
    help: 'Choose a name such as `{like}`.',
  },
  RENAME_TAKEN: {
    status: 409,
    exit: 3,
    retry: false,
    says: 'There already is a `{name}` beside it in {location}.',
    help: 'Choose another name, or rename the other one first.',
  },
});
