import type { Message } from '@portolan/contract';
import type { Lookups } from '../context.ts';

/** Whether anything says what a node is for. */
export function isDescribed({ summary, description }: { readonly summary?: string; readonly description?: string }) {
  return Boolean(summary || description);
}

/** The same for a message; a description of its payload’s schema serves the reader as well. Avro calls it `doc`. */
export function isMessageDescribed(message: Message, { schema }: Pick<Lookups, 'schema'>): boolean {
  if (isDescribed(message)) return true;
  const payload = schema(message.payload)?.definition;
  return payload !== null && typeof payload === 'object' && ('description' in payload || 'doc' in payload);
}
