import type { DriftKind } from '@portolan/chart';
import type { DriftWord } from '../port.ts';

/** What each kind of difference is called and means, in the order in which people care. */
export const DRIFT_WORDS: Readonly<Record<DriftWord, { readonly head: string; readonly says: string }>> = {
  absent: {
    head: 'Documented, and not there',
    says: 'A document describes the channel, and the broker does not have it.',
  },
  undocumented: {
    head: 'There, and not documented',
    says: 'The channel is there, and no document describes it.',
  },
  'sends-more': {
    head: 'Sends more than declared',
    says: 'A service sends where no document of it says so.',
  },
  'receives-more': {
    head: 'Receives more than declared',
    says: 'A service receives where no document of it says so. A change would surprise it.',
  },
  'not-seen': {
    head: 'Declared, and not seen',
    says: 'A document says that a service sends or receives, and the broker does not know of it.',
  },
  reversed: {
    head: 'The other way round',
    says: 'The evidence says that messages flow against the verb of the document.',
  },
  owners: {
    head: 'Two owners',
    says: 'More than one team is named as the owner, so nobody knows whom to ask.',
  },
  orphan: {
    head: 'Receivers without a sender',
    says: 'Somebody waits for a message that nobody is known to send.',
  },
  alike: {
    head: 'Nearly the same name',
    says: 'Two addresses differ by a letter or two. Most often they are one channel.',
  },
  dead: {
    head: 'There for nobody',
    says: 'The channel is there, and nobody sends on it or nobody receives from it.',
  },
};

/** Which word each kind of drift of the chart goes under, and what to do about it. */
export const DRIFT_KINDS: Readonly<Record<DriftKind, { readonly word: DriftWord; readonly help: string }>> = {
  'channel-absent': {
    word: 'absent',
    help: 'Create the channel on the broker, or take it out of the document. If its name changed, write the new one.',
  },
  'channel-undocumented': {
    word: 'undocumented',
    help: 'Add the channel to the document of the service that sends on it. If nobody needs it, remove it from the broker.',
  },
  'sender-undocumented': {
    word: 'sends-more',
    help: 'Add a send operation to the document of the service, or take its right to send away.',
  },
  'sender-unknown': {
    word: 'sends-more',
    help: 'Add a document for whoever this is. If a service has this name on the broker, say so under `services` in the file of evidence.',
  },
  'receiver-undocumented': {
    word: 'receives-more',
    help: 'Add a receive operation to the document of the service, or take its right to receive away.',
  },
  'receiver-unknown': {
    word: 'receives-more',
    help: 'Add a document for whoever this is. If a service has this name on the broker, say so under `services` in the file of evidence.',
  },
  'sender-absent': {
    word: 'not-seen',
    help: 'Take the operation out of the document if the service no longer sends, or grant it the right to send.',
  },
  'receiver-absent': {
    word: 'not-seen',
    help: 'Take the operation out of the document if the service no longer receives, or grant it the right to receive.',
  },
  'owners-differ': {
    word: 'owners',
    help: 'Agree on one team, and name it in the document and in the infrastructure.',
  },
  'receiver-orphaned': {
    word: 'orphan',
    help: 'Take the right to receive away, or find out where the channel went.',
  },
  'sender-orphaned': {
    word: 'orphan',
    help: 'Take the right to send away, or find out where the channel went.',
  },
  'channel-dead': {
    word: 'dead',
    help: 'Remove the channel, or find out who is missing in the evidence.',
  },
};

/** Which word the findings go under that only all documents together show. */
export const DRIFT_FINDINGS: Readonly<Record<string, DriftWord>> = {
  DIRECTION_REVERSED: 'reversed',
  DIRECTION_CONFLICT: 'reversed',
  SERVICE_OWNERS_DIFFER: 'owners',
  CHANNEL_TWO_SENDER_OWNERS: 'owners',
  MESSAGE_NEVER_SENT: 'orphan',
  CHANNEL_NAMES_ALIKE: 'alike',
};
