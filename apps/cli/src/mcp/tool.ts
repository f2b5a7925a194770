import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Organisation } from './organisation.ts';

/** A question that agents may ask. */
export interface Tool {
  /** As agents call it: `who_sends`. */
  readonly name: string;
  readonly title: string;
  /** When to ask it, and what comes back. */
  readonly description: string;
  /** JSON Schema of each argument; `required` names those that have to be there. */
  readonly input: Readonly<Record<string, object>>;
  readonly required: readonly string[];
  /** JSON Schema of the structured answer, where it has a shape of its own. */
  readonly output?: object;
  readonly run: (organisation: Organisation, input: Input) => Promise<CallToolResult>;
}

/** Arguments that fit the schemas of the tool. */
export type Input = Readonly<Record<string, unknown>>;

/** A text that was given, or undefined. */
export function textIn(input: Input, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A text that the schema demands. */
export function demanded(input: Input, name: string): string {
  return textIn(input, name) ?? '';
}
