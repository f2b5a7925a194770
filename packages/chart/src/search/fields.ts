import type { Chart, ChartedDocument, MessageKey, MessageNode } from '../model.ts';
import { fieldsOf } from '../relate/fields.ts';
import { type Best, scoreOf } from './best.ts';
import type { Counting } from './counting.ts';
import { messageFacts } from './entries.ts';
import { type Facts, isPathOf, type Passes } from './facts.ts';
import { isSame } from './same.ts';
import { createWordIndex, WEIGHTS } from './word-index.ts';
import { indexedWordsOf, wordsOf } from './words.ts';

/** Finds fields of messages by their paths. */
export interface FieldIndex {
  /** Brings the index to another state: only messages that differ are indexed anew. */
  update(chart: Chart, documents: readonly ChartedDocument[]): void;
  /** Gives every fitting field to `best`, and counts it. */
  search(asked: AskedField, passes: Passes, best: Best, counting: Counting): void;
  /** Counts every field of every message. */
  count(counting: Counting): void;
  /** Ids of the messages that have a field with this path, or one that ends with it. */
  messagesWith(field: string): ReadonlySet<MessageKey>;
  /** Every path, with how many messages have it. */
  paths(): Iterable<readonly [string, number]>;
}

/** What fields are asked for. Without words all of them fit. */
export interface AskedField {
  readonly text: string;
  readonly words: readonly string[];
  readonly without: readonly string[];
  /** Whether all words have to fit, and whether mistyped letters are forgiven. */
  readonly every: boolean;
  readonly forgiving: boolean;
}

/** A message that has fields. */
interface Holder {
  readonly id: MessageKey;
  readonly name: string;
  /** Its place in lists of something for each message, which no other one has at the same time. */
  readonly seat: number;
  readonly facts: Facts;
  readonly words: readonly string[];
  /** As each document that describes it has them; what a contract has is made once, so lists can be told apart by identity. */
  readonly lists: readonly (readonly string[])[];
  readonly paths: readonly string[];
}

/** Whether a message passes the filters of a query, in a list by seat; 0 while nobody has asked. */
const PASSES = 1;
const FAILS = 2;

/**
 * The same few paths stand in thousands of messages, so each path is indexed once, and the messages that have it are
 * looked up when it is found. Words that are not in the path may name the message: `email OrderPlaced`.
 */
export function createFieldIndex(): FieldIndex {
  const index = createWordIndex<string>();
  const holders = new Map<MessageKey, Holder>();
  const byPath = new Map<string, Map<MessageKey, Holder>>();
  const freeSeats: number[] = [];
  let seats = 0;

  function put(holder: Holder): void {
    holders.set(holder.id, holder);
    for (const path of holder.paths) {
      const known = byPath.get(path);
      if (known) known.set(holder.id, holder);
      else {
        byPath.set(path, new Map([[holder.id, holder]]));
        index.add(path, wordsIn(path));
      }
    }
  }

  function drop(holder: Holder): void {
    holders.delete(holder.id);
    freeSeats.push(holder.seat);
    for (const path of holder.paths) {
      const known = byPath.get(path);
      known?.delete(holder.id);
      if (known?.size !== 0) continue;
      byPath.delete(path);
      index.remove(path, wordsIn(path));
    }
  }

  function update(chart: Chart, documents: readonly ChartedDocument[]): void {
    const contracts = new Map(documents.map(({ id, contract }) => [id, contract]));
    const present = new Set<MessageKey>();
    for (const message of chart.messages) {
      present.add(message.id);
      const before = holders.get(message.id);
      const holder = holderOf(chart, message, contracts, before);
      if (before === holder) continue;
      if (before) drop(before);
      put({ ...holder, seat: freeSeats.pop() ?? seats++ });
    }
    for (const holder of [...holders.values()]) if (!present.has(holder.id)) drop(holder);
  }

  function search(asked: AskedField, passes: Passes, best: Best, counted: Counting): void {
    if (!passes.kind('field')) return;
    // Hundreds of thousands of fields may fit: per field there is only a look into lists by seat.
    const times = new Uint32Array(seats);
    const verdicts = new Uint8Array(seats);
    const passing = (holder: Holder) => {
      verdicts[holder.seat] ||= passes.thing('field', holder.facts) ? PASSES : FAILS;
      return verdicts[holder.seat] === PASSES;
    };
    for (const { path, score, rest } of asked.words.length === 0 ? everyPath() : found(asked)) {
      if (!passes.path(path)) continue;
      const words = new Set(asked.without.length > 0 ? indexedWordsOf(path) : []);
      if (asked.without.some(word => words.has(word))) continue;
      let isTaken = best.takes(score, 'field', path);
      for (const holder of byPath.get(path)?.values() ?? []) {
        const told = rest.length === 0 || rest.every(word => holder.words.some(known => known.startsWith(word)));
        if (!told || !passing(holder)) continue;
        times[holder.seat] = (times[holder.seat] as number) + 1;
        if (!isTaken) continue;
        best.add({ kind: 'field', id: holder.id, name: path, context: holder.name, score });
        // What comes after too many others will not come before them again.
        isTaken = best.takes(score, 'field', path);
      }
    }
    for (const { seat, facts } of holders.values()) {
      const count = times[seat] as number;
      if (count > 0) counted.add('field', facts, count);
    }
  }

  function* everyPath() {
    for (const path of byPath.keys()) yield { path, score: 0, rest: [] as string[] };
  }

  /** Paths that have some of the words; where all are wanted, the rest has to be in the message's name. */
  function* found({ text, words, every, forgiving }: AskedField) {
    const met = words.map(word => index.meet(word, forgiving));
    const typed = text.trim().toLowerCase();
    for (const path of new Set(met.flatMap(each => [...each.keys()]))) {
      const rest = every ? words.filter((_, n) => !met[n]?.has(path)) : [];
      const weight = met.reduce((sum, each) => sum + (each.get(path) ?? 0), 0) - 2 * rest.length;
      const exact = path.toLowerCase() === typed;
      yield { path, rest, score: scoreOf(2, exact ? 1000 + weight : Math.max(weight, 0)) };
    }
  }

  return {
    update,
    search,
    count(counted) {
      for (const { facts, paths } of holders.values()) if (paths.length > 0) counted.add('field', facts, paths.length);
    },
    messagesWith(field) {
      const asked = field.toLowerCase();
      const ids = new Set<MessageKey>();
      for (const [path, having] of byPath) if (isPathOf(path, asked)) for (const id of having.keys()) ids.add(id);
      return ids;
    },
    *paths() {
      for (const [path, having] of byPath) yield [path, having.size];
    },
  };
}

function wordsIn(path: string): ReadonlyMap<string, number> {
  return new Map(indexedWordsOf(path).map(word => [word, WEIGHTS.name]));
}

/** As it was before, when nothing about it differs. */
function holderOf(
  chart: Chart,
  { id, name, ...message }: MessageNode,
  contracts: ReadonlyMap<string, ChartedDocument['contract']>,
  before: Holder | undefined,
): Holder | Omit<Holder, 'seat'> {
  const lists = message.described.flatMap(described => {
    const contract = contracts.get(described.document);
    const paths = contract && fieldsOf(contract, described.id);
    return paths ? [paths] : [];
  });
  const facts = messageFacts(chart, { id, name, ...message });
  const isKnown = before?.lists.length === lists.length && before.lists.every((list, index) => list === lists[index]);
  if (isKnown && before.name === name && isSame(before.facts, facts)) return before;
  return { id, name, facts, words: wordsOf(name), lists, paths: [...new Set(lists.flat())] };
}
