import type { Message } from '@portolan/contract';
import { outline } from '@portolan/schema';
import { listed } from '../facts/json.ts';
import { openParts } from '../facts/open-parts.ts';
import type { Judged } from './criterion.ts';

/**
 * Whether the reader had to make the name up: 2.x has messages without any, which are called after their operation,
 * `<operation>.message`, with a number where there are several.
 */
export function isDerivedName(name: string, operations: ReadonlySet<string>): boolean {
  const operation = /^(.*)\.message(?:\.\d+)?$/s.exec(name)?.[1];
  return operation !== undefined && operations.has(operation);
}

export function contentTypeLack({ contentType, name }: Message): string | undefined {
  if (contentType !== undefined) return undefined;
  return `Message \`${name}\` has no \`contentType\`, nor has the document a \`defaultContentType\`.`;
}

export function payloadLack({ payload, name }: Message): string | undefined {
  return payload === undefined ? `Message \`${name}\` has no schema of its payload.` : undefined;
}

export function exampleLack({ examples, name }: Message): string | undefined {
  return examples.length === 0 ? `Message \`${name}\` has no example.` : undefined;
}

/** Where the payload of a message accepts anything. What cannot be looked into is not taken to be good. */
export function vagueness(message: Message, { schema }: Judged): string | undefined {
  const source = schema(message.payload);
  if (!source) return payloadLack(message) ?? `The schema of message \`${message.name}\` is missing.`;
  const shape = outline(source, schema);
  const payload = `The payload of message \`${message.name}\``;
  if (shape.kind === 'opaque') return `${payload} was not checked: ${shape.notChecked ?? 'it is not readable'}.`;
  const open = openParts(shape);
  if (open.length === 0) return undefined;
  if (open.includes('')) return `${payload} accepts anything, or members that nobody names.`;
  return `${payload} accepts anything at ${listed(open)}.`;
}
