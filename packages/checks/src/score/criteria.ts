import { at } from '../context.ts';
import { isDescribed, isMessageDescribed } from '../facts/described.ts';
import { namesOwner } from '../facts/owner.ts';
import { isSemanticVersion } from '../facts/versions.ts';
import { type Criterion, each, type Judged, whole, without } from './criterion.ts';
import { contentTypeLack, exampleLack, isDerivedName, payloadLack, vagueness } from './messages.ts';

const NO_CHANNEL = 'The document has no channel.';
const NO_OPERATION = 'The document has no operation: it does not say what the application sends or receives.';
const NO_MESSAGE = 'The document has no message.';

/**
 * What a good document does and what each of it is worth, 100 points together: a quarter each for what is said about the
 * whole, about its parts, about the content of messages, and for being right.
 */
export const CRITERIA: readonly Criterion[] = [
  {
    id: 'described',
    says: 'The document says what the application does.',
    of: 6,
    share: ({ contract: { info } }) => whole(isDescribed(info), info.origin, 'There is no `info.description`.'),
  },
  {
    id: 'owned',
    says: 'The document names who answers for it.',
    of: 8,
    share: ({ contract }) =>
      whole(namesOwner(contract), contract.info.origin, 'There is neither an `info.contact` nor an `x-owner`.'),
  },
  {
    id: 'versioned',
    says: 'The document has a semantic version.',
    of: 5,
    share: ({ contract: { info } }) =>
      whole(
        isSemanticVersion(info.version),
        at(info, 'version'),
        `The version \`${info.version}\` is not of the form \`major.minor.patch\`.`,
      ),
  },
  {
    id: 'licensed',
    says: 'The document says under which license it may be used.',
    of: 2,
    share: ({ contract: { info } }) => whole(Boolean(info.license?.name), info.origin, 'There is no `info.license`.'),
  },
  {
    id: 'tagged',
    says: 'The document has tags to be found by.',
    of: 3,
    share: ({ contract: { info } }) => whole(info.tags.length > 0, info.origin, 'There are no tags.'),
  },
  {
    id: 'channels-described',
    says: 'Every channel says what it is for.',
    of: 7,
    share: judged =>
      each(judged.contract.channels, judged, NO_CHANNEL, channel =>
        isDescribed(channel) ? undefined : `Channel \`${channel.id}\` has neither a summary nor a description.`,
      ),
  },
  {
    id: 'operations-described',
    says: 'Every operation says when and why it happens.',
    of: 6,
    share: judged =>
      each(judged.contract.operations, judged, NO_OPERATION, operation =>
        isDescribed(operation) ? undefined : `Operation \`${operation.id}\` has neither a summary nor a description.`,
      ),
  },
  {
    id: 'messages-described',
    says: 'Every message says what it means.',
    of: 7,
    share: judged =>
      ofMessages(judged, message =>
        isMessageDescribed(message, judged) ? undefined : `Nothing says what message \`${message.name}\` means.`,
      ),
  },
  {
    id: 'messages-named',
    says: 'Every message has a name of its own.',
    of: 4,
    share: judged => {
      const operations = new Set(judged.contract.operations.map(({ id }) => id));
      return ofMessages(judged, ({ name }) =>
        isDerivedName(name, operations) ? `The message \`${name}\` has no \`name\` of its own.` : undefined,
      );
    },
  },
  {
    id: 'messages-encoded',
    says: 'Every message says how it is encoded.',
    of: 4,
    share: judged => ofMessages(judged, contentTypeLack),
  },
  {
    id: 'payloads-present',
    says: 'Every message has a schema of its payload.',
    of: 8,
    share: judged => ofMessages(judged, payloadLack),
  },
  {
    id: 'payloads-constrained',
    says: 'Every payload’s schema says what is inside, down to the last member.',
    of: 8,
    share: judged => ofMessages(judged, message => vagueness(message, judged)),
  },
  {
    id: 'examples',
    says: 'Every message has an example.',
    of: 8,
    share: judged => ofMessages(judged, exampleLack),
  },
  {
    id: 'no-errors',
    says: 'The document has no error.',
    of: 16,
    share: ({ findings }) => without(findings.filter(({ severity }) => severity === 'error')),
  },
  {
    id: 'no-warnings',
    says: 'The document has no warning.',
    of: 8,
    share: ({ findings }) => without(findings.filter(({ severity }) => severity === 'warning')),
  },
];

function ofMessages(judged: Judged, lack: Parameters<typeof each<Judged['contract']['messages'][number]>>[3]) {
  return each(judged.contract.messages, judged, NO_MESSAGE, lack);
}
