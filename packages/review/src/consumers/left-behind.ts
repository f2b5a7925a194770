import { type Chart, facing, type Link } from '@portolan/chart';
import type { ComparedDocument, Consumer, PlacedChange } from '../model.ts';
import { type Beside, CHANGED, chartAround, endAt, isOfChanged, messagesIn } from './ends.ts';

type Others = Parameters<typeof chartAround>[1];

/** Changes that leave whoever stays where it is without a counterpart. */
const LEAVING: ReadonlySet<string> = new Set([
  'DOCUMENT_REMOVED',
  'CHANNEL_REMOVED',
  'CHANNEL_ADDRESS_CHANGED',
  'OPERATION_REMOVED',
  'OPERATION_MOVED',
  'OPERATION_MESSAGES_CHANGED',
  'MESSAGE_REMOVED',
]);

/** Those that are about some messages of an operation, and not about all of them. */
const OF_MESSAGES: ReadonlySet<string> = new Set(['OPERATION_MESSAGES_CHANGED', 'MESSAGE_REMOVED']);

/** Whether a change takes away what others may count on. */
function leaves({ code, verdict }: PlacedChange): boolean {
  return verdict === 'breaking' && LEAVING.has(code);
}

/** Says for each change that takes something away who is left behind, by what the documents of the others say. */
export function leftBehind(document: ComparedDocument, others: Others, evidence: Beside): ComparedDocument {
  const before = document.before?.read.contract;
  if (!before || !document.changes.some(leaves)) return document;
  const chart = chartAround(before, others, evidence);
  const links = chart.links.filter(isOfChanged);
  return {
    ...document,
    changes: document.changes.map(change =>
      leaves(change) ? { ...change, consumers: leftBy(change, links, chart) } : change,
    ),
  };
}

/** Each service at the other end of what is gone, once. */
function leftBy(change: PlacedChange, links: readonly Link[], chart: Chart): Consumer[] {
  const found = new Map<string, Consumer>();
  for (const link of links) {
    const ids = messagesIn(chart, link, CHANGED);
    if (!isGone(change, link, ids)) continue;
    for (const other of facing(chart, link)) {
      const end = endAt(chart, other, ids[0] ?? '');
      const known = end && found.get(end.service);
      if (end && known?.verdict !== 'breaks') found.set(end.service, { ...end, ...lossOf(link, other, chart) });
    }
  }
  return [...found.values()];
}

function isGone({ code, operations, messages }: PlacedChange, link: Link, ids: readonly string[]): boolean {
  if (code === 'DOCUMENT_REMOVED') return true;
  const names = new Set(operations.map(({ operation }) => operation));
  const own = link.evidence.some(({ document, operation }) => document === CHANGED && names.has(operation));
  return own && (!OF_MESSAGES.has(code) || ids.some(id => messages.includes(id)));
}

/** Whoever still has another counterpart may not miss this one: nobody can tell. */
function lossOf(link: Link, other: Link, chart: Chart): Pick<Consumer, 'verdict' | 'reason'> {
  const rest = facing(chart, other).filter(({ service }) => service !== link.service);
  const [waits, others] =
    link.action === 'send'
      ? ['it waits for what nobody sends any more', 'send']
      : ['it sends what nobody takes any more', 'take'];
  if (rest.length === 0) return { verdict: 'breaks', reason: waits };
  return { verdict: 'unknown', reason: `others still ${others} it` };
}
