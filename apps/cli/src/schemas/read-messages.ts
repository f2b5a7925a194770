import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { decode } from '@portolan/contract';
import { faults } from '../faults.ts';
import { reasonOf } from '../output.ts';

/**
 * The messages of a file, or of the standard input for `-`: one in JSON, a list, or one in each line.
 *
 * Faults: CLI_FILE_UNREADABLE, CLI_MESSAGES_UNREADABLE with the line that is wrong.
 */
export async function readMessages(path: string): Promise<unknown[]> {
  const content = await contentOf(path);
  if (content.trim() === '') return [];
  const whole = parsed(content);
  if ('value' in whole) return Array.isArray(whole.value) ? whole.value : [whole.value];
  const lines = content.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const full = lines.filter(({ line }) => line !== '');
  const [first] = full;
  // A first line that is JSON by itself means one message in each line; else the whole was meant.
  if (full.length < 2 || !first || !('value' in parsed(first.line))) throw unreadable(path, whole.problem);
  return full.map(({ line, number }) => {
    const one = parsed(line);
    if ('value' in one) return one.value;
    throw unreadable(path, `line ${number}: ${one.problem}`);
  });
}

async function contentOf(path: string): Promise<string> {
  if (path === '-') return await text(process.stdin);
  try {
    return decode(await readFile(path));
  } catch (error) {
    throw faults.FILE_UNREADABLE({ path, reason: reasonOf(error) }, { cause: error });
  }
}

function parsed(content: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(content) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function unreadable(path: string, reason: string): Error {
  return faults.MESSAGES_UNREADABLE({ path: path === '-' ? 'the standard input' : path, reason });
}
