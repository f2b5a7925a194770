import type { Message } from '@portolan/contract';
import { sample } from '@portolan/schema';
import type { ExampleView, SchemaView } from '../port.ts';

/** The examples that the author wrote; where there are none, one that is made from the schemas. */
export function examplesOf(
  message: Message,
  payload: SchemaView | undefined,
  headers: SchemaView | undefined,
): ExampleView[] {
  if (message.examples.length > 0) return message.examples.map(written);
  const made = { ...member('payload', payload), ...member('headers', headers) };
  return Object.keys(made).length > 0 ? [{ ...made, generated: true }] : [];
}

function written({ name, summary, payload, headers }: Message['examples'][number]): ExampleView {
  return {
    ...(name !== undefined && { name }),
    ...(summary !== undefined && { summary }),
    ...(payload !== undefined && { payload }),
    ...(headers !== undefined && { headers }),
    generated: false,
  };
}

function member(name: 'payload' | 'headers', schema: SchemaView | undefined): Partial<ExampleView> {
  const value = schema && sample(schema.shape);
  return value === undefined ? {} : { [name]: value };
}
