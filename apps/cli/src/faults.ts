import { catalogue } from '@portolan/base';

/** What the command line refuses or fails at, beside the faults of the parts that it uses. */
export const faults = catalogue('CLI', {
  USAGE: {
    status: 400,
    exit: 2,
    retry: false,
    says: '{problem}',
    help: 'See `{command} --help`.',
  },
  PATH_MISSING: {
    status: 404,
    exit: 2,
    retry: false,
    says: 'There is nothing at {path}.',
    help: '{hint}Name a file, a folder, or a pattern in quotes such as "specs/**/*.yaml"; paths are relative to {folder}.',
  },
  NO_DOCUMENTS: {
    status: 404,
    exit: 2,
    retry: false,
    says: 'There is no AsyncAPI document in {paths}.',
    help: 'A document is a file ending in .yaml, .yml or .json that has the key `asyncapi`, or the `webhooks` or `callbacks` of OpenAPI, or the `messagegroups` of CloudEvents definitions. `portolan init` writes one to start from.',
  },
  NAME_UNKNOWN: {
    status: 404,
    exit: 2,
    retry: false,
    says: 'No {kind} is called {name}.',
    help: '{hint}`portolan search kind:{kind}` lists every {kind}.',
  },
  FILE_EXISTS: {
    status: 409,
    exit: 2,
    retry: false,
    says: 'There is a file {path} already, and it is left as it is.',
    help: 'Name another folder, or move the file away first.',
  },
  FILES_IN_THE_WAY: {
    status: 409,
    exit: 2,
    retry: false,
    says: 'There is a file {path} already ({count} in all), and nothing was written.',
    help: 'Name another folder, or write over what is there with `--force`.',
  },
  FILE_UNREADABLE: {
    status: 500,
    exit: 3,
    retry: false,
    says: 'The file {path} cannot be read: {reason}.',
    help: 'Check that the file is there and that this user may read it.',
  },
  FILE_UNWRITABLE: {
    status: 500,
    exit: 3,
    retry: false,
    says: 'The file {path} cannot be written: {reason}.',
    help: 'Check that its folder exists and that this user may write there.',
  },
  UNEXPECTED: {
    status: 500,
    exit: 3,
    retry: false,
    says: 'Portolan failed: {reason}.',
    help: 'This is a mistake of Portolan. Set PORTOLAN_DEBUG=1 and repeat the command to see where it happened, and please report it.',
  },
});
