import type { CallToolResult } from '@modelcontextprotocol/server';
import { Fault, isObject } from '@portolan/base';
import { answerJson } from '@portolan/chart';
import { withoutSecrets } from '@portolan/checks';
import type { Told } from '../questions/told.ts';

/** Most entries of a list, fewer where the whole is still too long. An agent reads every word that it is given. */
const ENTRIES = [60, 25, 10, 5];
/** Most characters of the data, and lines of the text. */
const CHARACTERS = 16_000;
const LINES = 120;

/** What an agent gets: sentences that a person would read, and the same as data, without secrets and not too long. */
export function result(text: string, data: object): CallToolResult {
  const structuredContent = withoutSecrets(shortened(data)) as Record<string, unknown>;
  return { content: [{ type: 'text', text: withoutSecrets(shortenedText(text)) }], structuredContent };
}

/** The answer to a question. */
export function resultOf({ answer, notes }: Told): CallToolResult {
  return result([...notes, answer.text()].join('\n'), { ...answerJson(answer), ...(notes.length > 0 && { notes }) });
}

/** A refusal that an agent can act on: it names what was probably meant. Anything else is thrown on. */
export function refusalOf(error: unknown): CallToolResult {
  if (!(error instanceof Fault)) throw error;
  return {
    content: [{ type: 'text', text: withoutSecrets(`${error.message} ${error.help} (${error.code})`) }],
    isError: true,
  };
}

function shortenedText(text: string): string {
  const lines = text.trimEnd().split('\n');
  const more = lines.length - LINES;
  return more > 0 ? [...lines.slice(0, LINES), `… and ${more} more lines`].join('\n') : lines.join('\n');
}

/** The answer with its lists cut; `leftOff` says how many entries are missing in each. */
function shortened(data: object): object {
  let shorter = data;
  for (const entries of ENTRIES) {
    const leftOff: Record<string, number> = {};
    const cutData = cut(data, entries, '', leftOff) as object;
    shorter = Object.keys(leftOff).length > 0 ? { ...cutData, leftOff } : cutData;
    if (JSON.stringify(shorter).length <= CHARACTERS) break;
  }
  return shorter;
}

function cut(value: unknown, entries: number, at: string, leftOff: Record<string, number>): unknown {
  if (Array.isArray(value)) {
    if (value.length > entries) leftOff[at] = (leftOff[at] ?? 0) + value.length - entries;
    return value.slice(0, entries).map(item => cut(item, entries, `${at}[]`, leftOff));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, cut(member, entries, at ? `${at}.${name}` : name, leftOff)]),
  );
}
