import { catalogue } from '@portolan/base';

/** What a store refuses or fails at. Adapters reach these through their `classify`. */
export const faults = catalogue('STORE', {
  IN_USE: {
    status: 409,
    exit: 3,
    retry: true,
    says: 'The store {path} is in use by another process.',
    help: 'Stop the other Portolan that keeps its data there, or give this one a folder of its own with --data.',
  },
  UNREADABLE: {
    status: 500,
    exit: 3,
    retry: false,
    says: 'The store {path} cannot be read: {reason}.',
    help: 'Restore the file from a backup, or move it away: Portolan then starts a new store from the documents, without their history.',
  },
  TOO_NEW: {
    status: 500,
    exit: 3,
    retry: false,
    says: 'The store {path} was written by a newer Portolan (layout {found}, this one knows {known}).',
    help: 'Start the newer Portolan, or give this one another folder with --data. A store is never taken back to an older layout.',
  },
  DISK_FULL: {
    status: 507,
    exit: 3,
    retry: true,
    says: 'The store {path} cannot grow: the disk is full.',
    help: 'Free some space on the disk. Nothing that was acknowledged is lost; what was refused is tried again.',
  },
  NOT_WRITABLE: {
    status: 500,
    exit: 3,
    retry: false,
    says: 'The store {path} cannot be opened for writing: {reason}.',
    help: 'Check that the folder exists and that this user may write there, or name another with --data.',
  },
  CLOSED: {
    status: 503,
    exit: 3,
    retry: false,
    says: 'The store {path} is closed.',
    help: 'Portolan is shutting down. Start it again and repeat the call.',
  },
  FAILED: {
    status: 500,
    exit: 3,
    retry: false,
    says: 'The store {path} failed: {reason}.',
    help: 'The call changed nothing. If it happens again, report it with the lines of the log around it.',
  },
});
