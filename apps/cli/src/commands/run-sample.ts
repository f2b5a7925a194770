import { sampleOf } from '@portolan/schema/sample';
import type { RemoteChoice } from '../documents/remote.ts';
import { faults } from '../faults.ts';
import { write } from '../output.ts';
import { schemaAt } from '../schemas/schema-at.ts';

/** Options of `sample`, as the command line gives them. */
export interface SampleOptions extends RemoteChoice {
  readonly count: number;
  readonly seed: number;
  readonly output?: string;
}

/** Prints messages that a schema takes. Faults: those of `schemaAt`; CLI_NO_SAMPLE, CLI_FILE_UNWRITABLE. */
export async function runSample(name: string, { count, seed, ...options }: SampleOptions): Promise<number> {
  const { source, lookup } = await schemaAt(name, options);
  const messages = Array.from({ length: count }, (_, turn) => sampleOf(source, lookup, seed + turn));
  if (messages.includes(undefined)) throw faults.NO_SAMPLE({ name });
  const text =
    count === 1 ? JSON.stringify(messages[0], undefined, 2) : messages.map(one => JSON.stringify(one)).join('\n');
  await write(() => `${text}\n`, { ...options, color: false });
  return 0;
}
