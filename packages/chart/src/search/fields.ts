import { compareText } from '@portolan/base';
import MiniSearch from 'minisearch';
import type { Chart, ChartedDocument, MessageNode } from '../model.ts';
import { fieldsOf } from '../relate/fields.ts';
import type { Allows } from './allows.ts';
import { type EntryFacts, messageFacts } from './entries.ts';
import type { SearchHit } from './hit.ts';
import { scoreOf } from './names.ts';
import { optionsOf, type Tolerance } from './tolerance.ts';
import { indexedWordsOf, wordsOf } from './words.ts';

/** Finds fields of messages by their paths. */
export interface FieldIndex {
  /** At most `limit` fitting fields, the best first. */
  search(text: string, allows: Allows, tolerance: Tolerance, limit: number): SearchHit[];
  /** At most `limit` fields that pass, by path and message. */
  all(allows: Allows, limit: number): SearchHit[];
}

/** A message that has a field. */
interface Holder {
  readonly message: MessageNode;
  readonly facts: EntryFacts;
  readonly words: readonly string[];
}

/**
 * The same few paths stand in thousands of messages, so each path is indexed once, and the messages that have it are
 * looked up when it is found. Words that are not in the path may name the message: `email OrderPlaced`.
 */
export function createFieldIndex(chart: Chart, documents: readonly ChartedDocument[]): FieldIndex {
  const holders = holdersOf(chart, documents);
  const paths = [...holders.keys()].sort(compareText);
  const index = new MiniSearch<{ id: number; path: string }>({ fields: ['path'], tokenize: indexedWordsOf });
  index.addAll(paths.map((path, id) => ({ id, path })));
  return { search, all };

  function search(text: string, allows: Allows, tolerance: Tolerance, limit: number): SearchHit[] {
    const typed = [...new Set(wordsOf(text))];
    const hits: SearchHit[] = [];
    const found = index
      .search(text, { ...optionsOf(tolerance), combineWith: 'OR' })
      .map(({ id, score, queryTerms }) => {
        const path = paths[id] as string;
        const exact = path.toLowerCase() === text.trim().toLowerCase();
        return { path, score: exact ? score + 1000 : score, rest: typed.filter(word => !queryTerms.includes(word)) };
      });
    found.sort((a, b) => a.rest.length - b.rest.length || b.score - a.score || compareText(a.path, b.path));
    for (const { path, score, rest } of found) {
      for (const holder of holders.get(path) ?? []) {
        if (hits.length >= limit) return hits;
        const told = !tolerance.every || rest.every(word => holder.words.some(known => known.startsWith(word)));
        if (told && allows('field', holder.facts)) hits.push(hit(path, holder, scoreOf(2, score)));
      }
    }
    return hits;
  }

  function all(allows: Allows, limit: number): SearchHit[] {
    const hits: SearchHit[] = [];
    for (const path of paths) {
      for (const holder of holders.get(path) ?? []) {
        if (hits.length >= limit) return hits;
        if (allows('field', holder.facts)) hits.push(hit(path, holder, 0));
      }
    }
    return hits;
  }
}

/** Messages of each path, sorted by name and id. */
function holdersOf(chart: Chart, documents: readonly ChartedDocument[]): Map<string, Holder[]> {
  const contracts = new Map(documents.map(({ id, contract }) => [id, contract]));
  const found = new Map<string, Holder[]>();
  const messages = chart.messages.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  for (const message of messages) {
    const holder = { message, facts: messageFacts(chart, message), words: indexedWordsOf(message.name) };
    const paths = new Set(
      message.described.flatMap(({ document, id }) => {
        const contract = contracts.get(document);
        return (contract && fieldsOf(contract, id)) ?? [];
      }),
    );
    for (const path of paths) {
      const others = found.get(path);
      if (others) others.push(holder);
      else found.set(path, [holder]);
    }
  }
  return found;
}

function hit(path: string, { message }: Holder, score: number): SearchHit {
  return { kind: 'field', id: message.id, name: path, context: message.name, score };
}
