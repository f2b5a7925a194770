import { resolve } from 'node:path';
import { type Chart, type ChartedDocument, facing, type Link, relate } from '@portolan/chart';
import { type Action, type Contract, readText } from '@portolan/contract';
import { type Comparison, compare, type Difference } from '@portolan/schema/compare';
import { type GatherOptions, gather } from '../documents/gather.ts';
import type { ComparedDocument, Consumer, PlacedChange } from './model.ts';

/** The id under which the document before the change stands in the chart. */
const CHANGED = 'changed/document';

/**
 * Says for each change of a schema what it does to the services at the other end, by what their own documents say. The
 * document itself is left out of `paths`, so that it does not face what it was.
 */
export async function nameConsumers(
  documents: readonly ComparedDocument[],
  paths: readonly string[],
  options: GatherOptions,
): Promise<ComparedDocument[]> {
  const own = new Set(
    documents.flatMap(({ before, after }) => [before, after].flatMap(side => (side ? side.path : []))),
  );
  const given = (await gather(paths, options)).filter(({ location }) => !own.has(resolve(location)));
  const read = await Promise.all(
    given.map(async ({ location, source, path, text, load }, index) => {
      const { contract } = await readText(location, await text(), load);
      return contract && { id: `${index}/${source}/${path}`, source, path, contract };
    }),
  );
  const others = read.filter(document => document !== undefined);
  return documents.map(document => {
    const [before, after] = [document.before?.read.contract, document.after?.read.contract];
    if (!before || !after || !document.changes.some(isOfSchema)) return document;
    const ends = endsOf(before, after, others);
    return {
      ...document,
      changes: document.changes.map(change => (isOfSchema(change) ? judged(change, ends) : change)),
    };
  });
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
  const chart = relate([...others, { id: CHANGED, source: 'changed', path: 'document', contract: before }]);
  const nodes = new Map(chart.services.map(service => [service.id, service]));
  const ends = new Map<string, End>();
  for (const link of chart.links) {
    if (!link.evidence.some(({ document }) => document === CHANGED)) continue;
    for (const id of messagesIn(chart, link, CHANGED)) {
      for (const other of facing(chart, link)) {
        const service = nodes.get(other.service);
        const key = `${link.action} ${id} ${other.service}`;
        if (!service || ends.has(key)) continue;
        const consumer = {
          service: service.id,
          name: service.name,
          ...(service.owner !== undefined && {
            owner: chart.teams.find(team => team.id === service.owner)?.name ?? service.owner,
          }),
          message: id,
        };
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
  const schemas = lookupOf(mine);
  return (difference, change) => {
    const place = action === 'send' ? difference.writer : difference.reader;
    const origin = place && schemas(place.schema)?.origin;
    const edited = change.after?.origin;
    if (!place || !origin || !edited) return undefined;
    if (origin.source !== edited.source) return false;
    const [a, b] = [`${origin.pointer}${place.pointer}/`, `${edited.pointer}/`];
    return a.startsWith(b) || (change.verdict !== 'non-breaking' && b.startsWith(a));
  };
}

/** Ids of the message of a link in one document. */
function messagesIn(chart: Chart, link: Link, document: string): string[] {
  const node = chart.messages.find(({ id }) => id === link.message);
  return (node?.described ?? []).filter(described => described.document === document).map(({ id }) => id);
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
