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
});
