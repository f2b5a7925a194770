import type { Contract } from '@portolan/contract';
import type { Told } from './context.ts';
import { diff } from './diff.ts';
import type { ChangeRule } from './kind.ts';
import added from './kinds/document/added.ts';
import damaged from './kinds/document/damaged.ts';
import removed from './kinds/document/removed.ts';
import type { Change } from './model.ts';
import { contextOf, type Shared } from './reporting.ts';

/** One side of a document: what was read of it, or that nothing could be. */
export interface DocumentSide {
  /** How people see the file. */
  readonly name: string;
  /** Absent where the file cannot be read as a document. */
  readonly contract?: Contract;
  /** References that lead nowhere, as they are written: what they mean is not known. */
  readonly unresolved?: readonly string[];
}

/**
 * What changed of one document. A side that is missing means that the document came or went. Of one that cannot
 * be read, or only in part, nothing else is told: what is lost of it would look removed.
 */
export function documentChanges(before: DocumentSide | undefined, after: DocumentSide | undefined): Change[] {
  const damaged = [damageOf(before, 'before'), damageOf(after, 'after')].flat();
  if (damaged.length > 0) return damaged;
  if (before?.contract && after?.contract)
    return [...unknownOf(before, after), ...diff(before.contract, after.contract)];
  if (before?.contract) return [tell(removed, wholeOf(before.contract, 'before'))];
  return after?.contract ? [tell(added, wholeOf(after.contract, 'after'))] : [];
}

function wholeOf({ info, origin, messages }: Contract, side: 'before' | 'after'): Told {
  const subject = { kind: 'document', name: info.title } as const;
  return { subject, params: { name: info.title }, [side]: origin, messages: messages.map(({ id }) => id) };
}

function damageOf(side: DocumentSide | undefined, key: 'before' | 'after'): Change[] {
  if (!side || (side.contract && !side.contract.incomplete)) return [];
  const how = side.contract ? 'is damaged, and was not compared' : 'cannot be read, and was not compared';
  const origin = side.contract?.origin ?? { source: side.name, pointer: '' };
  const subject = { kind: 'document', name: side.contract?.info.title ?? side.name } as const;
  const reason = `the side ${key} cannot be read as a whole`;
  return [tell(damaged, { subject, key, params: { name: side.name, how }, reason, [key]: origin })];
}

function unknownOf(before: DocumentSide, after: DocumentSide): Change[] {
  const places = [...new Set([...(before.unresolved ?? []), ...(after.unresolved ?? [])])];
  if (places.length === 0 || !after.contract) return [];
  const { info, origin } = after.contract;
  const more = places.length > 1 ? ` and ${places.length - 1} more` : '';
  const how = `refers to what cannot be loaded, \`${places[0]}\`${more}, and what stands there was not compared`;
  const reason = 'references that lead nowhere leave open what is meant';
  const subject = { kind: 'document', name: info.title } as const;
  return [
    tell(damaged, {
      subject,
      key: 'references',
      params: { name: after.name, how },
      reason,
      before: before.contract?.origin ?? origin,
      after: origin,
    }),
  ];
}

function tell(rule: ChangeRule, told: Told): Change {
  const changes: Change[] = [];
  contextOf({ changes } as unknown as Shared, rule).report(told);
  return changes[0] as Change;
}
