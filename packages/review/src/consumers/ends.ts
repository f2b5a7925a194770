import { type Chart, type ChartedDocument, type Link, relate } from '@portolan/chart';
import type { Contract } from '@portolan/contract';
import type { Consumer } from '../model.ts';

/** What files beside the documents say of channels, as the chart takes it. */
export type Beside = NonNullable<Parameters<typeof relate>[1]>;

/** The id under which the document before the change stands in the chart. */
export const CHANGED = 'changed/document';

/** The chart of a document as it was, among the documents of others and what lies beside them. */
export function chartAround(before: Contract, others: readonly ChartedDocument[], evidence: Beside = []): Chart {
  return relate([...others, { id: CHANGED, source: 'changed', path: 'document', contract: before }], evidence);
}

/** Whether a link is one of the changed document. */
export function isOfChanged({ evidence }: Link): boolean {
  return evidence.some(({ document }) => document === CHANGED);
}

/** A service at the other end, with its owner by name. */
export function endAt(chart: Chart, link: Link, message: string): Omit<Consumer, 'verdict'> | undefined {
  const service = chart.services.find(({ id }) => id === link.service);
  if (!service) return undefined;
  const owner = service.owner && (chart.teams.find(team => team.id === service.owner)?.name ?? service.owner);
  return { service: service.id, name: service.name, ...(owner && { owner }), message };
}

/** Ids of the message of a link in one document; of a receiver by a pattern, as it defines the message there. */
export function messagesIn(chart: Chart, link: Link, document: string): string[] {
  const { message } = link.through ?? link;
  const node = chart.messages.find(({ id }) => id === message);
  return (node?.described ?? []).filter(described => described.document === document).map(({ id }) => id);
}
