import type { Origin } from '@portolan/base';
import { type Chart, type ChartedDocument, facing, type Link } from '@portolan/chart';
import type { Action, Contract } from '@portolan/contract';
import { type Comparison, compare, type Difference } from '@portolan/schema/compare';
import type { ComparedDocument, Consumer, PlacedChange } from '../model.ts';
import { type Beside, CHANGED, chartAround, endAt, isOfChanged, messagesIn } from './ends.ts';
import { leftBehind } from './left-behind.ts';
import { standingIn } from './standing.ts';

/** A document that may face a changed one, with where it stands, in the same terms as the sides of comparisons. */
export interface Neighbour extends ChartedDocument {
  readonly place: string;
}

/**
 * Says for each change of a schema and each removal what it does to those among `others` that are at the other end. The
 * document itself is left out of them, so that it does not face what it was.
 *
 * @param evidence what files beside the documents say: it may tell which way messages really flow
 */
export function namedAmong(
  document: ComparedDocument,
  others: readonly Neighbour[],
  evidence: Beside = [],
): ComparedDocument {
  const [before, after] = [document.before?.read.contract, document.after?.read.contract];
  const own = [document.before?.path, document.after?.path];
  const neighbours = others.filter(({ place }) => !own.includes(place));
  const told = leftBehind(document, neighbours, evidence);
  if (!before || !after || !told.changes.some(isOfSchema)) return told;
  const ends = endsOf(before, after, neighbours, evidence);
  const schemas = told.changes.filter(isOfSchema);
  const blamed = new Map(ends.map(end => [end, blameOf(end, schemas)]));
  return { ...told, changes: told.changes.map(change => (isOfSchema(change) ? judged(change, blamed) : change)) };
}

function isOfSchema({ code }: PlacedChange): boolean {
  return code === 'SCHEMA_CHANGED';
}

/** A service at the other end of a message, with what changed for it: both comparisons with its own schema. */
interface End {
  readonly consumer: Omit<Consumer, 'verdict'>;
  readonly before?: Comparison;
  readonly after?: Comparison;
  readonly writes: boolean;
  /** Whether a difference stands where a change does; undefined where that cannot be said. */
  readonly places: (difference: Difference, change: PlacedChange) => boolean | undefined;
}

/** Everybody who faces a message of the changed document. */
function endsOf(before: Contract, after: Contract, others: readonly ChartedDocument[], evidence: Beside): End[] {
  const known = new Map(others.map(document => [document.id, document.contract]));
  const chart = chartAround(before, others, evidence);
  const ends: End[] = [];
  const seen = new Set<string>();
  for (const link of chart.links) {
    if (!isOfChanged(link)) continue;
    const common = { writes: link.action === 'receive', places: placesOf(after, link.action) };
    for (const id of messagesIn(chart, link, CHANGED)) {
      for (const other of facing(chart, link)) {
        const consumer = endAt(chart, other, id);
        // A service may say in several documents, and on several channels, what it reads of one message.
        const definitions = definitionsOf(chart, other, known);
        for (const definition of definitions.length > 0 ? definitions : [undefined]) {
          const key = [link.action, id, other.service, definition?.document, definition?.id].join('\n');
          if (!consumer || seen.has(key)) continue;
          seen.add(key);
          ends.push({
            consumer,
            ...common,
            ...(definition && comparisons(id, link.action, definition, { before, after })),
          });
        }
      }
    }
  }
  return ends;
}

/** What one document says of a message. */
interface Definition {
  readonly document: string;
  readonly id: string;
  readonly contract: Contract;
}

/** Everything that the documents of a service say of the message of its link. */
function definitionsOf(chart: Chart, link: Link, known: ReadonlyMap<string, Contract>): Definition[] {
  const documents = [...new Set(link.evidence.map(({ document }) => document))];
  return documents.flatMap(document => {
    const contract = known.get(document);
    return contract ? messagesIn(chart, link, document).map(id => ({ document, id, contract })) : [];
  });
}

/** Tells whether a difference follows from a change: on our side, one of them stands inside the other. */
function placesOf(mine: Contract, action: Action): End['places'] {
  const standing = standingIn(mine);
  return (difference, change) => {
    const place = action === 'send' ? difference.writer : difference.reader;
    const edited = change.after?.origin;
    const found = place && standing(place);
    if (!found || !edited) return undefined;
    if (found.at.some(origin => isWithin(origin, edited))) return true;
    return change.verdict !== 'non-breaking' && found.inside.some(origin => isWithin(edited, origin));
  };
}

function isWithin(inner: Origin, outer: Origin): boolean {
  return inner.source === outer.source && `${inner.pointer}/`.startsWith(`${outer.pointer}/`);
}

function comparisons(
  message: string,
  action: Action,
  { id, contract }: Definition,
  changed: { before: Contract; after: Contract },
): { before?: Comparison; after?: Comparison } {
  const [before, after] = [changed.before, changed.after].map(mine => compareEnds(mine, message, contract, id, action));
  return { ...(before && { before }), ...(after && { after }) };
}

function compareEnds(
  mine: Contract,
  message: string,
  theirs: Contract,
  id: string,
  action: Action,
): Comparison | undefined {
  const [own, other] = [payloadOf(mine, message), payloadOf(theirs, id)];
  if (!own || !other) return undefined;
  const lookups = { own: lookupOf(mine), other: lookupOf(theirs) };
  return action === 'send'
    ? compare(own, other, { writer: lookups.own, reader: lookups.other })
    : compare(other, own, { writer: lookups.other, reader: lookups.own });
}

function payloadOf(contract: Contract, message: string) {
  const found = contract.messages.find(({ id }) => id === message);
  return contract.schemas.find(({ id }) => id === found?.payload);
}

function lookupOf(contract: Contract) {
  const schemas = new Map(contract.schemas.map(schema => [schema.id, schema]));
  return (id: string) => schemas.get(id);
}

/** What is broken that was not before, with the changes that are to blame for it. */
type Blame = ReadonlyMap<Difference, readonly PlacedChange[]>;

/**
 * Every new difference has somebody to blame: the changes that stand in its place, else all that were not proved to break
 * nothing, else all. So nobody is called safe because a difference could not be traced.
 */
function blameOf({ consumer, before, after, places }: End, changes: readonly PlacedChange[]): Blame {
  // What was broken before is no work of these changes, unless more is broken now.
  const old = new Set((before?.differences ?? []).filter(({ breaks }) => breaks === 'yes').map(({ says }) => says));
  const fresh = (after?.differences ?? []).filter(({ breaks, says }) => breaks === 'yes' && !old.has(says));
  const concerned = changes.filter(({ messages }) => messages.includes(consumer.message));
  const grave = concerned.filter(({ verdict }) => verdict !== 'non-breaking');
  return new Map(
    fresh.map(difference => {
      // What was proved to break nothing is to blame only for what stands in its place.
      const close = concerned.filter(change => places(difference, change) ?? change.verdict !== 'non-breaking');
      return [difference, [close, grave, concerned].find(list => list.length > 0) ?? []];
    }),
  );
}

function judged(change: PlacedChange, blamed: ReadonlyMap<End, Blame>): PlacedChange {
  const consumers = new Map<string, Consumer>();
  for (const [end, blame] of blamed) {
    if (!change.messages.includes(end.consumer.message)) continue;
    const verdict = verdictOf(end, blame, change);
    const key = `${verdict.message}\n${verdict.service}`;
    const known = consumers.get(key);
    if (!known || GRAVITY.indexOf(verdict.verdict) < GRAVITY.indexOf(known.verdict)) consumers.set(key, verdict);
  }
  return { ...change, consumers: [...consumers.values()] };
}

/** The gravest first: a service breaks where one of its documents does. */
const GRAVITY: readonly Consumer['verdict'][] = ['breaks', 'unknown', 'reads'];

function verdictOf({ consumer, after, writes }: End, blame: Blame, change: PlacedChange): Consumer {
  if (!after) return { ...consumer, verdict: 'unknown', reason: 'its documents give no schema to compare with' };
  if (after.verdict === 'compatible') return { ...consumer, verdict: 'reads' };
  if (after.verdict === 'not-checked')
    return {
      ...consumer,
      verdict: 'unknown',
      reason: after.notCompared[0]?.reason ?? 'the schemas cannot be compared',
    };
  const first = [...blame].find(([, changes]) => changes.includes(change))?.[0];
  if (first)
    return { ...consumer, verdict: 'breaks', reason: first.says, ...(first.witness && { witness: first.witness }) };
  if (blame.size > 0) return { ...consumer, verdict: 'reads' };
  return {
    ...consumer,
    verdict: 'unknown',
    reason: `what it ${writes ? 'sends' : 'reads'} did not fit before either`,
  };
}
