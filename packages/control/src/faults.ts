import { catalogue } from '@portolan/base';

/** What the catalog refuses or fails at. */
export const faults = catalogue('CONTROL', {
  SOURCE_MISSING: {
    status: 500,
    exit: 2,
    retry: false,
    says: 'There is no folder {location} to read: {reason}.',
    help: 'Name a folder that holds AsyncAPI documents, or make one with `portolan init`.',
  },
  SOURCE_TWICE: {
    status: 500,
    exit: 2,
    retry: false,
    says: 'Two sources are called {name}: {first} and {second}.',
    help: 'Documents are known by the name of their source, so each source needs a name of its own. Rename one of the folders.',
  },
  READING_FAILED: {
    status: 500,
    exit: 3,
    retry: true,
    says: 'The document {document} could not be read: {reason}.',
    help: 'All other documents were read. Check that the file can be opened; if it can, this is a mistake of Portolan: please report it with the document.',
  },
  REMOTE_ADDRESS: {
    status: 400,
    exit: 2,
    retry: false,
    says: 'The address {url} is not followed: {reason}.',
    help: 'Use an address that begins with https:// and holds no user name and no password.',
  },
  REMOTE_HOST: {
    status: 403,
    exit: 2,
    retry: false,
    says: 'The host {host} may not be asked for {url}.',
    help: 'Allow it with `--remote {host}`, or list it under `remote` in portolan.yaml, if you trust it.',
  },
  REMOTE_PRIVATE: {
    status: 403,
    exit: 2,
    retry: false,
    says: 'The host {host} is at {address}, in a private network, and is not asked for {url}.',
    help: 'Name the host itself with `--remote {host}` if that is meant. Patterns and portolan.yaml do not open private networks.',
  },
  REMOTE_REDIRECTS: {
    status: 502,
    exit: 3,
    retry: false,
    says: 'The address {url} leads on more than {count} times.',
    help: 'Use the address that it leads to in the end.',
  },
  REMOTE_STATUS: {
    status: 502,
    exit: 3,
    retry: true,
    says: 'The server answered {status} for {url}.',
    help: 'Open the address in a browser that is not signed in: Portolan sends no credentials.',
  },
  REMOTE_TIMEOUT: {
    status: 504,
    exit: 3,
    retry: true,
    says: 'The server did not answer within {seconds} seconds for {url}.',
    help: 'Try again, or keep a copy of the file beside the document.',
  },
  REMOTE_TOO_LARGE: {
    status: 502,
    exit: 3,
    retry: false,
    says: 'The file {url} is larger than {megabytes} MB, unpacked or not.',
    help: 'Refer to a smaller file, or keep a copy of what is needed beside the document.',
  },
  REMOTE_TOO_MANY: {
    status: 502,
    exit: 3,
    retry: false,
    says: 'The documents refer to more than {count} files of the network; {url} is not loaded.',
    help: 'Keep copies of the files beside the documents, or read fewer documents at a time.',
  },
  REMOTE_UNREACHABLE: {
    status: 502,
    exit: 3,
    retry: true,
    says: 'The address {url} cannot be read: {reason}.',
    help: 'Check the address and the network, or keep a copy of the file beside the document.',
  },
});
