import { infer } from '@portolan/schema/infer';
import { faults } from '../faults.ts';
import { write } from '../output.ts';
import { readMessages } from '../schemas/read-messages.ts';

/** Options of `infer`, as the command line gives them. */
export interface InferCommandOptions {
  readonly enough: number;
  readonly format: string;
  readonly output?: string;
}

/** Prints a schema that fits all messages of the files. Faults: those of `readMessages`; CLI_USAGE, CLI_FILE_UNWRITABLE. */
export async function runInfer(
  files: readonly string[],
  { enough, format, output }: InferCommandOptions,
): Promise<number> {
  const messages = (await Promise.all(files.map(readMessages))).flat();
  if (messages.length === 0)
    throw faults.USAGE({ problem: 'There is no message to learn from.', command: 'portolan infer' });
  const schema = infer(messages, { enough });
  const json = `${JSON.stringify(schema, undefined, 2)}\n`;
  const text = format === 'json' ? json : await inYaml(json);
  await write(() => text, { ...(output !== undefined && { output }), color: false });
  return 0;
}

async function inYaml(json: string): Promise<string> {
  const { inLanguage } = await import('@portolan/rewrite');
  return inLanguage(json, 'schema.json', 'yaml');
}
