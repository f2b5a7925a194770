import type { Contract } from '@portolan/contract';
import { type Context, report } from './context.ts';
import { CONVERT_DIRECTION } from './findings.ts';

/** Tells of operations whose own name contradicts the action that they get under the view that was asked for. */
export function tellDirections(context: Context, { operations }: Contract): void {
  const { view, location } = context;
  for (const { id, action, verb, direction, origin } of operations) {
    const named = direction.evidence.find(({ kind }) => kind !== 'verb');
    const turned = view === 'client';
    const contradicts = named && (named.points === action) === turned;
    if (!contradicts || origin.source !== location || (verb !== 'publish' && verb !== 'subscribe')) continue;
    const opposite = action === 'send' ? 'receive' : 'send';
    const becomes = turned ? opposite : action;
    const other = turned ? 'application' : 'client';
    report(context, CONVERT_DIRECTION, origin.pointer, { id, verb, action: becomes, words: named.says, other });
  }
}
