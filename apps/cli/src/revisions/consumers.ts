import { resolve } from 'node:path';
import type { Origin } from '@portolan/base';
import { type Chart, type ChartedDocument, facing, type Link } from '@portolan/chart';
import { type Action, type Contract, readText } from '@portolan/contract';
import { type Comparison, compare, type Difference } from '@portolan/schema/compare';
import { type GatherOptions, gather } from '../documents/gather.ts';
import { CHANGED, chartAround, endAt, isOfChanged, messagesIn } from './ends.ts';
import { leftBehind } from './left-behind.ts';
import type { ComparedDocument, Consumer, PlacedChange } from './model.ts';
import { standingIn } from './standing.ts';

/** A document that may face a changed one, with where it stands on this machine. */
export interface Neighbour extends ChartedDocument {
  readonly place: string;
}

/**
 * Says for each change of a schema and each removal what it does to the services at the other end, by what their own
 * documents at `paths` say.
 */
export async function nameConsumers(
  documents: readonly ComparedDocument[],
  paths: readonly string[],
  options: GatherOptions,
): Promise<ComparedDocument[]> {
  const others = await neighboursAt(paths, options);
  return documents.map(document => namedAmong(document, others));
}

/**
 * Documents that may face a changed one, those left out that cannot be read at all.
 *
 * @param own location of the changed document, where it may be among them
 */
export async function neighboursAt(
  paths: readonly string[],
  options: GatherOptions,
  own?: string,
): Promise<Neighbour[]> {
  const given = (await gather(paths, options)).map((document, index) => ({ ...document, index }));
  const read = await Promise.all(
    given
      .filter(({ location }) => own === undefined || resolve(location) !== resolve(own))
      .map(async ({ location, source, path, text, load, index }) => {
        const { contract } = await readText(location, await text(), load);
        return contract && { id: `${index}/${source}/${path}`, source, path, contract, place: resolve(location) };
      }),
  );
  return read.filter(document => document !== undefined);
}

/**
 * Says for each change of a schema and each removal what it does to those among `others` that are at the other end. The
 * document itself is left out of them, so that it does not face what it was.
 */
export function namedAmong(document: ComparedDocument, others: readonly Neighbour[]): ComparedDocument {
  const [before, after] = [document.before?.read.contract, document.after?.read.contract];
  const own = [document.before?.path, document.after?.path];
  const neighbours = others.filter(({ place }) => !own.includes(place));
  const told = leftBehind(document, neighbours);
  if (!before || !after || !told.changes.some(isOfSchema)) return told;
  const ends = endsOf(before, after, neighbours);
  return { ...told, changes: told.changes.map(change => (isOfSchema(change) ? judged(change, ends) : change)) };
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
function endsOf(before: Contract, after: Contract, others: readonly ChartedDocument[]): End[] {
  const known = new Map(others.map(document => [document.id, document.contract]));
  const chart = chartAround(before, others);
  const ends = new Map<string, End>();
  for (const link of chart.links) {
    if (!isOfChanged(link)) continue;
    for (const id of messagesIn(chart, link, CHANGED)) {
      for (const other of facing(chart, link)) {
        const consumer = endAt(chart, other, id);
        const key = `${link.action} ${id} ${other.service}`;
        if (!consumer || ends.has(key)) continue;
        ends.set(key, {
          consumer,
          writes: link.action === 'receive',
          places: placesOf(after, link.action),
          ...comparisons(id, link.action, other, chart, known, { before, after }),
        });
      }
    }
  }
  return [...ends.values()];
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
  other: Link,
  chart: Chart,
  known: ReadonlyMap<string, Contract>,
  changed: { before: Contract; after: Contract },
): { before?: Comparison; after?: Comparison } {
  const document = other.evidence.map(evidence => evidence.document).find(id => known.has(id));
  const theirs = document === undefined ? undefined : known.get(document);
  const [id] = document === undefined ? [] : messagesIn(chart, other, document);
  if (!theirs || id === undefined) return {};
  const [before, after] = [changed.before, changed.after].map(mine => compareEnds(mine, message, theirs, id, action));
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

function judged(change: PlacedChange, ends: readonly End[]): PlacedChange {
  const concerned = ends.filter(({ consumer }) => change.messages.includes(consumer.message));
  return { ...change, consumers: concerned.map(end => verdictOf(end, change)) };
}

function verdictOf({ consumer, before, after, writes, places }: End, change: PlacedChange): Consumer {
  if (!after) return { ...consumer, verdict: 'unknown', reason: 'its documents give no schema to compare with' };
  if (after.verdict === 'compatible') return { ...consumer, verdict: 'reads' };
  if (after.verdict === 'not-checked')
    return {
      ...consumer,
      verdict: 'unknown',
      reason: after.notCompared[0]?.reason ?? 'the schemas cannot be compared',
    };
  // What was broken before is no work of this change, unless more is broken now.
  const old = new Set((before?.differences ?? []).filter(({ breaks }) => breaks === 'yes').map(({ says }) => says));
  const fresh = after.differences.filter(({ breaks, says }) => breaks === 'yes' && !old.has(says));
  // What was proved to break nothing is to blame only for what stands in its place.
  const blamed = (place: boolean | undefined) => place ?? change.verdict !== 'non-breaking';
  const [first] = fresh.filter(difference => blamed(places(difference, change)));
  if (fresh.length > 0 && !first) return { ...consumer, verdict: 'reads' };
  if (!first)
    return {
      ...consumer,
      verdict: 'unknown',
      reason: `what it ${writes ? 'sends' : 'reads'} did not fit before either`,
    };
  return { ...consumer, verdict: 'breaks', reason: first.says, ...(first.witness && { witness: first.witness }) };
}
