import type { Evolved } from '@portolan/rewrite';
import type { Task } from './tasks.ts';

/** What was drafted, with who has to do what about it. */
interface Outcome {
  readonly made: Evolved;
  readonly tasks: readonly Task[];
  readonly sunset?: string;
}

/** The list for people, as Markdown that fits into a ticket: what was drafted, then each service with its steps. */
export function taskLines({ made, tasks, sunset }: Outcome, location: string): string[] {
  const { name, addresses, mapping } = made;
  const where = addresses.length === 0 ? `beside \`${mapping.from}\`` : `on ${addresses.map(code).join(', ')}`;
  const end =
    sunset === undefined
      ? 'no day is set from which on it may be gone (`--sunset`)'
      : `it may be gone from ${sunset} on`;
  const lines = [`\`${name}\` ${where} in ${location}. \`${mapping.from}\` is deprecated; ${end}.`];
  for (const { name: service, owner, steps } of tasks) {
    lines.push('', `${service}${owner === undefined ? '' : ` (${owner})`}`, ...steps.map(step => `- [ ] ${step}`));
  }
  return lines;
}

function code(text: string): string {
  return `\`${text}\``;
}
