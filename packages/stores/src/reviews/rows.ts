import { optional, type Row, text } from '../access/rows.ts';
import type { CheckRecord, DecisionRecord, Doer } from './port.ts';

export function checkOf(row: Row): CheckRecord {
  return {
    sequence: Number(row.sequence),
    id: text(row, 'id'),
    at: text(row, 'at'),
    source: text(row, 'source'),
    revision: text(row, 'revision'),
    base: text(row, 'base'),
    ...optional(row, 'title', 'title'),
    ...optional(row, 'link', 'link'),
    ...optional(row, 'verdict', 'verdict'),
    by: doerOf(row),
  };
}

export function decisionOf(row: Row): DecisionRecord {
  return {
    id: text(row, 'id'),
    at: text(row, 'at'),
    kind: text(row, 'kind') as DecisionRecord['kind'],
    document: text(row, 'document'),
    change: text(row, 'change'),
    ...optional(row, 'service', 'service'),
    ...optional(row, 'team', 'team'),
    reason: text(row, 'reason'),
    ...optional(row, 'until', 'until'),
    by: doerOf(row),
    ...optional(row, 'revoked', 'revoked'),
  };
}

function doerOf(row: Row): Doer {
  return { kind: text(row, 'who_kind'), id: text(row, 'who_id'), name: text(row, 'who_name') };
}
