import { type Chart, type Kind, meant, type Subject } from '@portolan/chart';
import { faults } from '../faults.ts';

/** What questions are about: everything that has a name. */
type Askable = Exclude<Kind, 'broker'>;

/** The thing that a name means, with a note where the name was mistyped. */
export interface Named<K extends Askable> {
  readonly subject: Subject<K>;
  readonly notes: readonly string[];
}

/**
 * Finds what somebody means.
 *
 * Faults: CLI_NAME_AMBIGUOUS when several things have the name, CLI_NOTHING_CALLED when none has.
 */
export function subjectOf<K extends Askable>(chart: Chart, kinds: readonly K[], name: string): Named<K> {
  const found = meant(chart, kinds, name);
  if (found.meant === 'one') {
    const { subject, takenFor } = found;
    return { subject, notes: takenFor === undefined ? [] : [noteOn(name, takenFor)] };
  }
  const candidates = found.candidates.map(({ kind, node }) => candidateInWords(chart, kind, node.id, node.name));
  if (found.meant === 'several') throw ambiguous(name, candidates);
  throw nothingCalled(kinds, name, candidates);
}

/** What was understood in place of a mistyped name. */
export function noteOn(name: string, takenFor: string): string {
  return `Nothing is called ${name}; this is about ${takenFor}.`;
}

/** A thing as it can be asked for: `message:changed-2 (Changed on orders.changed)`. */
export function candidateInWords(chart: Chart, kind: string, id: string, name: string): string {
  const message = kind === 'message' ? chart.messages.find(known => known.id === id) : undefined;
  const on = message?.channels.map(channel => chart.channels.find(known => known.id === channel)?.address ?? channel);
  const channel = kind === 'channel' ? chart.channels.find(known => known.id === id) : undefined;
  const at = channel?.brokers.length ? ` at ${channel.brokers.join(', ')}` : '';
  return `${kind}:${id} (${name}${on?.length ? ` on ${on.join(', ')}` : at})`;
}

/** The question back when a name is not enough. */
export function ambiguous(name: string, candidates: readonly string[]) {
  return faults.NAME_AMBIGUOUS({ name, count: candidates.length, candidates: candidates.join(', ') });
}

/** The question back when a name is nobody's. */
export function nothingCalled(kinds: readonly string[], name: string, candidates: readonly string[]) {
  const hint = candidates.length === 0 ? '' : `Did you mean ${candidates.join(', ')}? `;
  return faults.NOTHING_CALLED({ name, kinds: kinds.join(', no '), hint });
}
