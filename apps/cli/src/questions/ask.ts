import {
  aimAt,
  type Change,
  type Chart,
  definitionsIn,
  dependenciesAnswer,
  impactAnswer,
  lineageAnswer,
  type Owned,
  ownersAnswer,
  partiesAnswer,
  pathAnswer,
  TYPES,
} from '@portolan/chart';
import type { Charted } from '../documents/charted.ts';
import { faults } from '../faults.ts';
import { ambiguous, candidateInWords, noteOn, nothingCalled, subjectOf } from './subject.ts';
import type { Told } from './told.ts';

/**
 * Who sends, or receives, a message or anything on a channel.
 *
 * Faults of this and of the other questions: CLI_NAME_AMBIGUOUS, CLI_NOTHING_CALLED.
 */
export function askParties({ chart }: Charted, action: 'send' | 'receive', name: string): Told {
  const { subject, notes } = subjectOf(chart, ['message', 'channel'], name);
  const answer = partiesAnswer(chart, action, subject);
  return { answer, notes, something: answer.facts.parties.length > 0 };
}

/** What a service depends on, and what depends on it. */
export function askDependencies({ chart }: Charted, name: string, depth: number): Told {
  const { subject, notes } = subjectOf(chart, ['service'], name);
  return { answer: dependenciesAnswer(chart, subject.node, depth), notes, something: true };
}

/** How messages get from one service to another. */
export function askPath({ chart }: Charted, from: string, to: string): Told {
  const [first, second] = [subjectOf(chart, ['service'], from), subjectOf(chart, ['service'], to)];
  const answer = pathAnswer(chart, first.subject.node, second.subject.node);
  return { answer, notes: [...first.notes, ...second.notes], something: answer.facts.connected };
}

/** Who owns what. */
export function askOwners({ chart }: Charted, name?: string): Told {
  if (name === undefined) return { answer: ownersAnswer(chart), notes: [], something: true };
  const { subject, notes } = subjectOf(chart, ['team', 'service', 'channel', 'message'], name);
  const answer = ownersAnswer(chart, subject as Owned);
  return { answer, notes, something: answer.facts.owners.length > 0 };
}

/** A change as options and tools name it. */
export interface WantedChange {
  readonly field?: string;
  readonly rename?: string;
  readonly retype?: string;
  readonly optional?: boolean;
  readonly narrow?: readonly string[];
}

/** Who breaks when something is changed. Faults: also CLI_FIELD_UNKNOWN, and CLI_USAGE for a change that makes no sense. */
export function askImpact(charted: Charted, name: string, wanted: WantedChange): Told {
  const { chart, documents } = charted;
  const { target, field, notes } = aimed(charted, name, wanted.field);
  const change = changeOf(wanted);
  if (field === undefined && change.kind !== 'remove' && change.kind !== 'rename')
    throw usage(
      `Only a field can be made optional, narrowed or given another type, and ${target.name} is a ${target.kind}.`,
    );
  return {
    answer: impactAnswer(chart, documents, { target, ...(field !== undefined && { field }), change }),
    notes,
    something: true,
  };
}

/** Where a field may come from and go on to. */
export function askLineage(charted: Charted, name: string, path?: string): Told {
  const { target, field, notes } = aimed(charted, name, path);
  const [part, ...others] = target.parts;
  if (field === undefined || !part) throw usage('A lineage is that of a field: name it, as in OrderPlaced.total.');
  if (target.kind !== 'message' && others.length > 0)
    throw ambiguous(
      name,
      target.parts.map(({ message }) => messageInWords(charted.chart, message)),
    );
  const at = part.prefix === '' ? field : `${part.prefix}.${field}`;
  return {
    answer: lineageAnswer(charted.chart, charted.documents, { message: part.message, field: at }),
    notes,
    something: true,
  };
}

function aimed({ chart, documents }: Charted, name: string, path?: string) {
  const found = aimAt(chart, definitionsIn(chart, documents), name, path);
  if (found.aimed === 'at') {
    const { target, field, takenFor } = found;
    return { target, field, notes: takenFor === undefined ? [] : [noteOn(name, takenFor)] };
  }
  if (found.aimed === 'no-field') {
    const hint = found.near === undefined ? '' : `Did you mean ${found.near}? `;
    throw faults.FIELD_UNKNOWN({ field: found.field, name: found.target.name, hint });
  }
  const candidates = found.candidates.map(({ kind, id, name: called }) => candidateInWords(chart, kind, id, called));
  if (found.aimed === 'several') throw ambiguous(found.name, candidates);
  throw nothingCalled(['message', 'channel', 'schema'], found.name, candidates);
}

function changeOf({ rename, retype, optional, narrow }: WantedChange): Change {
  const given = [rename, retype, optional || undefined, narrow].filter(each => each !== undefined).length;
  if (given > 1) throw usage('One change at a time: remove, rename, retype, optional or narrow.');
  if (rename !== undefined) return { kind: 'rename', to: rename };
  if (retype !== undefined) {
    if (!TYPES.includes(retype.toLowerCase())) throw usage(`${retype} is no type; types are ${TYPES.join(', ')}.`);
    return { kind: 'retype', to: retype.toLowerCase() };
  }
  if (optional) return { kind: 'optional' };
  return narrow === undefined ? { kind: 'remove' } : { kind: 'narrow', values: narrow };
}

function messageInWords(chart: Chart, id: string): string {
  return candidateInWords(chart, 'message', id, chart.messages.find(message => message.id === id)?.name ?? id);
}

function usage(problem: string) {
  return faults.USAGE({ problem, command: 'portolan impact' });
}
