import { fill } from '@portolan/base';
import type { Context, Told } from './context.ts';
import type { ChangeRule } from './kind.ts';
import type { Change, ChangeVerdict } from './model.ts';

/** What all kinds share while two Contracts are compared. */
export interface Shared extends Omit<Context, 'report'> {
  readonly changes: Change[];
}

/** The context of one kind of change, whose words it speaks. */
export function contextOf(shared: Shared, rule: ChangeRule): Context {
  const ids = new Map<string, number>();
  return { ...shared, report };

  function report({ subject, key, params, verdict = rule.verdict, reason, help, before, after, ...lists }: Told): void {
    const wished = [rule.code, subject.name, key].filter(part => part !== undefined && part !== '').join(' ');
    const times = (ids.get(wished) ?? 0) + 1;
    ids.set(wished, times);
    shared.changes.push({
      id: times === 1 ? wished : `${wished} (${times})`,
      code: rule.code,
      verdict,
      says: fill(rule.says, params),
      help: isHarmless(verdict) && !isHarmless(rule.verdict) ? NOTHING : fill(help ?? rule.help, params),
      ...(reason !== undefined && { reason }),
      subject,
      ...(before && { before }),
      ...(after && { after }),
      operations: lists.operations ?? [],
      messages: lists.messages ?? [],
      differences: lists.differences ?? [],
    });
  }
}

const NOTHING = 'Nothing has to be done.';

function isHarmless(verdict: ChangeVerdict): boolean {
  return verdict === 'non-breaking' || verdict === 'editorial';
}
