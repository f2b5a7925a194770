import { near } from '@portolan/base';
import { index } from '../lookup.ts';
import type { Chart } from '../model.ts';
import { called, type Kind, namesOf, type Subject, subjectsOf } from './find.ts';

/** What a name means that a person typed, with its slips forgiven. */
export type Meant<K extends Kind = Kind> =
  | {
      readonly meant: 'one';
      readonly subject: Subject<K>;
      /** The name that a mistyped one was taken for: nothing else on the chart is spelt like it. */
      readonly takenFor?: string;
    }
  /** Several have the name: whoever asked has to say which, by `<kind>:<id>`. */
  | { readonly meant: 'several'; readonly candidates: readonly Subject<K>[] }
  /** Nothing has the name; the candidates are spelt like it or hold it. */
  | { readonly meant: 'none'; readonly candidates: readonly Subject<K>[] };

/** Most names that a question back holds. */
const CANDIDATES = 8;

/**
 * Finds what a person means. Beside what `find` understands, `message:orders-placed` says of which kind it is, and a
 * mistyped name is taken for the only one that is spelt like it.
 */
export function meant<K extends Kind>(chart: Chart, kinds: readonly K[], typed: string): Meant<K> {
  const exact = meantExactly(chart, kinds, typed);
  if (exact) return exact;
  const { among, name } = taken(kinds, typed);
  return name === '' ? { meant: 'none', candidates: [] } : nearly(chart, among, name);
}

/** The same for a name without slips. Undefined when nothing has it. */
export function meantExactly<K extends Kind>(chart: Chart, kinds: readonly K[], typed: string): Meant<K> | undefined {
  const { among, name } = taken(kinds, typed);
  const found = name === '' ? [] : called(chart, among, name);
  const [only] = found;
  if (!only) return undefined;
  const one = found.length === 1 ? only : sameAnswer(chart, found);
  return one ? { meant: 'one', subject: one } : { meant: 'several', candidates: found };
}

/** `message:placed` as its kind and name. */
function taken<K extends Kind>(kinds: readonly K[], typed: string): { among: readonly K[]; name: string } {
  const [, prefix, rest] = /^(\w+):(.+)$/.exec(typed.trim()) ?? [];
  const kind = kinds.find(known => known === prefix?.toLowerCase());
  return { among: kind ? [kind] : kinds, name: (kind && rest !== undefined ? rest : typed).trim() };
}

/** A message and the channel that carries nothing else are often called the same, and every question has one answer. */
function sameAnswer<K extends Kind>(chart: Chart, subjects: readonly Subject<K>[]): Subject<K> | undefined {
  const message = subjects.find(({ kind }) => kind === 'message');
  const other = subjects.find(({ kind }) => kind === 'channel');
  if (subjects.length !== 2 || !message || !other) return undefined;
  const { messages, channels } = index(chart);
  const [on, carries] = [messages.get(message.node.id)?.channels, channels.get(other.node.id)?.messages];
  const unnamed = index(chart)
    .linksOfChannel.get(other.node.id)
    ?.some(link => link.message === undefined);
  const one = on?.length === 1 && on[0] === other.node.id && carries?.length === 1 && carries[0] === message.node.id;
  return one && !unnamed ? message : undefined;
}

function nearly<K extends Kind>(chart: Chart, kinds: readonly K[], name: string): Meant<K> {
  const subjects: readonly Subject[] = kinds.flatMap(kind => subjectsOf(chart, kind));
  const close = near(name, new Set(subjects.flatMap(namesOf)));
  const withNames = (names: readonly string[]) =>
    subjects.filter(subject => namesOf(subject).some(known => names.includes(known))) as unknown as Subject<K>[];
  const [best] = close;
  if (best) {
    const closest = withNames(close.filter(({ edits }) => edits === best.edits).map(each => each.name));
    const only = closest.length === 1 ? closest[0] : sameAnswer(chart, closest);
    // Another number is another thing, not a slip.
    if (only && digits(best.name) === digits(name)) return { meant: 'one', subject: only, takenFor: best.name };
    // Closest first, each once.
    const candidates = new Set(close.flatMap(each => withNames([each.name])));
    return { meant: 'none', candidates: [...candidates].slice(0, CANDIDATES) };
  }
  const part = name.toLowerCase();
  const holding = subjects.filter(subject => namesOf(subject).some(known => known.toLowerCase().includes(part)));
  return { meant: 'none', candidates: holding.slice(0, CANDIDATES) as unknown as Subject<K>[] };
}

function digits(name: string): string {
  return name.replace(/\D+/g, '');
}
