import type { Contract, Message } from '@portolan/contract';
import { outline, type Property, type Shape } from '@portolan/schema';
import type { Lookups } from '../context.ts';

/** Where a message carries the attributes of a CloudEvent, and what its schema says about them. */
export interface CloudEventMode {
  /** Structured mode carries them in the payload, binary mode in headers. */
  readonly part: 'payload' | 'headers';
  /** What the protocol writes before an attribute's name: `ce_` for Kafka, `ce-` for HTTP. */
  readonly prefix: string;
  readonly members: readonly Property[];
}

/** Prefixes of attributes in headers: Kafka, HTTP, AMQP (two spellings), and none for MQTT 5. */
const PREFIXES = ['ce_', 'ce-', 'cloudEvents:', 'cloudEvents_', ''];

/** Content types of the structured mode and of batches. */
const CLOUDEVENTS = /^application\/cloudevents(-batch)?\+/i;

const known = new WeakMap<Message, CloudEventMode | 'none'>();

/** How a message is a CloudEvent, or undefined when nothing about it looks like one. Remembered: several rules ask. */
export function cloudEventModeOf(message: Message, lookups: Lookups): CloudEventMode | undefined {
  const mode = known.get(message) ?? modeOf(message, lookups) ?? 'none';
  known.set(message, mode);
  return mode === 'none' ? undefined : mode;
}

function modeOf(message: Message, lookups: Lookups): CloudEventMode | undefined {
  if (!CLOUDEVENTS.test(message.contentType ?? '') && !mentionsCloudEvents(lookups.contract)) return undefined;
  const headers = membersOf(message.headers, lookups);
  for (const prefix of headers ? PREFIXES : []) {
    const marked = headers?.some(({ name }) => sameName(name, `${prefix}specversion`));
    if (headers && marked) return { part: 'headers', prefix, members: headers };
  }
  const payload = membersOf(message.payload, lookups);
  if (!payload) return undefined;
  const declared = CLOUDEVENTS.test(message.contentType ?? '');
  const marked = payload.some(({ name }) => name === 'specversion');
  return declared || marked ? { part: 'payload', prefix: '', members: payload } : undefined;
}

const VERSION = /specversion/i;
/** Shorter texts, which most are, cannot hold it. */
const SHORTEST = 'specversion'.length;

const mentioning = new WeakMap<Contract, boolean>();

/** Whether a schema of the document names the attribute that every CloudEvent has: a look that spares nearly all documents a closer one. */
function mentionsCloudEvents(contract: Contract): boolean {
  const mentions = mentioning.get(contract) ?? contract.schemas.some(({ definition }) => mentionsVersion(definition));
  mentioning.set(contract, mentions);
  return mentions;
}

function mentionsVersion(value: unknown): boolean {
  if (typeof value === 'string') return value.length >= SHORTEST && VERSION.test(value);
  if (value === null || typeof value !== 'object') return false;
  for (const key of Object.keys(value)) {
    if (mentionsVersion(key) || mentionsVersion((value as Record<string, unknown>)[key])) return true;
  }
  return false;
}

/** Header names are compared as HTTP compares them, without regard to case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function membersOf(id: string | undefined, { schema }: Lookups): readonly Property[] | undefined {
  const source = schema(id);
  if (!source) return undefined;
  const shape: Shape = outline(source, schema, { depth: 3 });
  const one = shape.kind === 'list' && shape.items ? shape.items : shape;
  return one.kind === 'object' ? one.properties : undefined;
}
