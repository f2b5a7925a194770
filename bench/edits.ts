import { parse, stringify } from 'yaml';
import { document } from './documents.ts';

/** What an edit is worth, argued from AsyncAPI and JSON Schema alone and not from any program. */
export type Verdict = 'breaking' | 'non-breaking' | 'editorial';

/** One edit of one channel, with what it is worth for those who talk to the application. */
export interface KnownEdit {
  /** Number of the channel: nothing else of the document with this number is edited. */
  readonly channel: number;
  readonly kind: string;
  readonly verdict: Verdict;
}

interface Parts {
  readonly channel: { address: string; description: string };
  readonly message: {
    summary: string;
    payload: { required: string[]; properties: Record<string, Record<string, unknown>> };
  };
  readonly operations: Record<string, unknown>;
  readonly operation: string;
}

type Kind = readonly [name: string, sender: Verdict, receiver: Verdict, edit: (parts: Parts) => void];

/**
 * Kinds of edits with their verdict where the application sends, and where it receives: what a sender writes must be read by
 * those who read it before, what a receiver reads must fit what others have been writing.
 */
const KINDS: readonly Kind[] = [
  ['another address', 'breaking', 'breaking', ({ channel }) => (channel.address += '.moved')],
  ['other words about the channel', 'editorial', 'editorial', ({ channel }) => (channel.description = 'Other words.')],
  ['other words about the message', 'editorial', 'editorial', ({ message }) => (message.summary = 'Other words.')],
  ['one value more', 'breaking', 'non-breaking', ({ message }) => push(field(message, 'status').enum, 'lost')],
  ['one value less', 'non-breaking', 'breaking', ({ message }) => pop(field(message, 'status').enum)],
  ['a member required', 'non-breaking', 'breaking', ({ message }) => push(message.payload.required, 'note')],
  ['a member optional', 'breaking', 'non-breaking', ({ message }) => pop(message.payload.required)],
  ['a shorter text', 'non-breaking', 'breaking', ({ message }) => (field(message, 'note').maxLength = 100)],
  ['another type', 'breaking', 'breaking', ({ message }) => (message.payload.properties.note = { type: 'integer' })],
  ['an operation gone', 'breaking', 'breaking', ({ operations, operation }) => delete operations[operation]],
];

function field(message: Parts['message'], name: string): Record<string, unknown> {
  return message.payload.properties[name] ?? {};
}

function push(list: unknown, value: string): void {
  if (Array.isArray(list)) list.push(value);
}

function pop(list: unknown): void {
  if (Array.isArray(list)) list.pop();
}

/** A document with as many channels as asked for, the same after some edits, and what these are. */
export function edited(channels: number, edits: number): { before: string; after: string; known: KnownEdit[] } {
  const text = document(channels);
  const after = parse(text);
  const known: KnownEdit[] = [];
  for (let index = 0; index < edits; index++) {
    // Senders and receivers take turns, and every kind meets both.
    const channel = 1 + Math.floor((index * channels) / edits) + (Math.floor(index / KINDS.length) % 2);
    const [kind, sender, receiver, edit] = KINDS[index % KINDS.length] as Kind;
    const isSender = channel % 2 === 0;
    edit({
      channel: after.channels[`channel${channel}`],
      message: after.components.messages[`changed${channel}`],
      operations: after.operations,
      operation: `${isSender ? 'send' : 'receive'}Changed${channel}`,
    });
    known.push({ channel, kind, verdict: isSender ? sender : receiver });
  }
  // Both written by the same hand, so that only the edits differ.
  const written = (value: unknown) => stringify(value, { aliasDuplicateObjects: false });
  return { before: written(parse(text)), after: written(after), known };
}
