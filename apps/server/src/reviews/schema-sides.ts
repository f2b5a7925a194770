import type { Contract } from '@portolan/contract';
import type { ComparedDocument, PlacedChange } from '@portolan/review';
import type { SchemaSidesView } from '../port.ts';
import type { Known } from '../views/known.ts';
import { schemaView } from '../views/schema-view.ts';

/** Messages whose versions one page shows beside each other. */
const MOST = 25;

/** The payloads that changes of schemas concern, before and after. Schemas are drawn here. */
export function schemaSides(document: ComparedDocument, id: string, known: Known): SchemaSidesView[] {
  const [before, after] = [document.before?.read.contract, document.after?.read.contract];
  const edits = document.changes.filter(({ code }) => code.startsWith('SCHEMA_'));
  const messages = [...new Set(edits.flatMap(({ messages }) => messages))];
  return messages.slice(0, MOST).flatMap(message => {
    const [old, next] = [shapeOf(before, message), shapeOf(after, message)];
    if (!old || !next) return [];
    const charted = chartedIdOf(known, id, message);
    const marks = edits.flatMap(change => marksOf(change, message));
    return [{ message, ...(charted !== undefined && { charted }), before: old, after: next, marks }];
  });
}

/** Id of a message in the chart, by its id in a document. */
export function chartedIdOf(known: Known, document: string, message: string): string | undefined {
  return known.snapshot.chart.messages.find(({ described }) =>
    described.some(each => each.document === document && each.id === message),
  )?.id;
}

function shapeOf(contract: Contract | undefined, message: string) {
  const payload = contract?.messages.find(({ id }) => id === message)?.payload;
  return payload === undefined ? undefined : contract && schemaView(contract, payload)?.shape;
}

/** What a change says about parts of a message; where several say the same, once. */
function marksOf({ differences, verdict }: PlacedChange, message: string): SchemaSidesView['marks'] {
  const told = differences
    .filter(difference => difference.message === message && difference.breaks !== 'no')
    .map(({ path, says, breaks }) => ({ path, says, breaks: breaks === 'yes' && verdict === 'breaking' }));
  const seen = new Set<string>();
  return told.filter(({ path, says }) => !seen.has(`${path} ${says}`) && seen.add(`${path} ${says}`));
}
