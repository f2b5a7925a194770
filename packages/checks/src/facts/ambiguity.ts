import { canonical } from '@portolan/base';
import type { Channel, Message, SchemaDefinition } from '@portolan/contract';
import { outline, sample, validate } from '@portolan/schema';
import type { Lookups } from '../context.ts';

/** Languages whose messages carry nothing on the wire but what their schema says. */
const JUDGED = ['asyncapi', 'json-schema', 'openapi'];

/** Messages of one channel beyond which nothing is compared: the work grows with their square. */
const MAX_MESSAGES = 40;

/**
 * Messages of a channel that travel the same way: those that this application sends and those that it receives, or all
 * of them where no operation says. A receiver never has to tell a message from one that flows the other way.
 */
export function companiesOf(channel: Channel, lookups: Lookups): readonly (readonly Message[])[] {
  const operations = lookups.operationsOn(channel.id).filter(operation => operation.channel === channel.id);
  if (operations.length === 0) return [lookups.messagesOf(channel)];
  return (['send', 'receive'] as const).map(action => {
    const ids = operations.filter(operation => operation.action === action).flatMap(({ messages }) => messages);
    return lookups.messagesOf({ messages: [...new Set(ids)] });
  });
}

/** Messages that cannot be told apart, and the proof: a payload that is valid as each of the first two. */
export interface Ambiguity {
  readonly messages: readonly Message[];
  readonly first: Message;
  readonly second: Message;
  readonly witness: unknown;
}

/** Those of some messages that cannot be told from another one of them; undefined when all can. */
export function ambiguityOf(messages: readonly Message[], lookups: Lookups): Ambiguity | undefined {
  const found = new Set<Message>();
  let proof: Omit<Ambiguity, 'messages'> | undefined;
  const candidates = messages.length > MAX_MESSAGES ? [] : messages;
  for (const [index, second] of candidates.entries()) {
    for (const first of candidates.slice(0, index)) {
      if (!lookAlike(first, second, lookups)) continue;
      found.add(first).add(second);
      proof ??= { first, second, witness: made('payload', first, lookups) };
    }
  }
  return proof && { messages: candidates.filter(message => found.has(message)), ...proof };
}

/**
 * True when a message made after `a` is a valid `b` and the other way round: with every optional member filled in, so
 * that only what is really common to both counts. What cannot be judged is taken to be different.
 */
function lookAlike(a: Message, b: Message, lookups: Lookups): boolean {
  if (a.payload === undefined || b.payload === undefined) return false;
  if (a.contentType !== b.contentType || canonical(a.bindings) !== canonical(b.bindings)) return false;
  return passesFor(a, b, lookups) && passesFor(b, a, lookups);
}

function passesFor(sent: Message, read: Message, lookups: Lookups): boolean {
  return passes('payload', sent, read, lookups) && passes('headers', sent, read, lookups);
}

function passes(part: 'payload' | 'headers', sent: Message, read: Message, lookups: Lookups): boolean {
  const { schema } = lookups;
  const target = schema(read[part]);
  if (!target) return part === 'headers';
  if (!JUDGED.includes(target.format)) return false;
  const value = made(part, sent, lookups);
  if (value === undefined) return false;
  const source = schema(sent[part]);
  return (source === undefined || isValid(source, value, lookups)) && isValid(target, value, lookups);
}

/** A payload or headers after their schema. Headers without one may be absent, and a required one then tells. */
function made(part: 'payload' | 'headers', message: Message, { schema }: Lookups): unknown {
  const source = schema(message[part]);
  return source ? sample(outline(source, schema)) : {};
}

function isValid(source: SchemaDefinition, value: unknown, { schema }: Lookups): boolean {
  const verdict = validate(source, schema, value);
  return 'valid' in verdict && verdict.valid;
}
