import { keysOf, type Origin } from '@portolan/base';
import type { Message } from '@portolan/contract';
import { type Verdict, validate } from '@portolan/schema';
import { at, type Lookups } from '../context.ts';

/** What became of comparing one part of an example with its schema. */
export interface JudgedExample {
  readonly part: 'payload' | 'headers';
  /** How people find it: `example “smallest”`, `example 2`. */
  readonly label: string;
  readonly verdict: Verdict;
  readonly origin: Origin;
}

const known = new WeakMap<Message, readonly JudgedExample[]>();

/** Every part of a message's examples that has a schema, judged by it. Remembered per message: two rules ask. */
export function judgedExamples(message: Message, { schema }: Lookups): readonly JudgedExample[] {
  const found =
    known.get(message) ??
    message.examples.flatMap((example, index) => {
      const label = example.name ? `example “${example.name}”` : `example ${index + 1}`;
      return (['payload', 'headers'] as const).flatMap(part => {
        const source = schema(message[part]);
        if (!source || example[part] === undefined) return [];
        return [
          {
            part,
            label,
            verdict: withoutTemplates(validate(source, schema, example[part]), example[part]),
            origin: at(example, part),
          },
        ];
      });
    });
  known.set(message, found);
  return found;
}

/** Mocking tools fill `{{uuid()}}` in when they send; what stands there until then is not what will be sent. */
const TEMPLATE = /\{\{.*\}\}/s;

/** The verdict without complaints about templates; not checked when nothing else was wrong. */
function withoutTemplates(verdict: Verdict, example: unknown): Verdict {
  if (!('valid' in verdict) || verdict.valid) return verdict;
  const problems = verdict.problems.filter(({ pointer }) => !isTemplate(valueAt(example, pointer)));
  if (problems.length > 0) return { valid: false, problems };
  return { notChecked: 'it holds a template, whose value is only known when it is sent' };
}

function isTemplate(value: unknown): boolean {
  return typeof value === 'string' && TEMPLATE.test(value);
}

function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const key of keysOf(pointer)) found = (found as Record<string, unknown> | null | undefined)?.[key];
  return found;
}
