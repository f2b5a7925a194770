import type { Parameter, ServerVariable } from '@portolan/contract';
import type { ChangeVerdict, Pair } from '../../model.ts';
import { listed, missing, same } from '../../values.ts';

/** What became of a parameter or a variable. */
export interface ValuesChange {
  readonly says: string;
  readonly verdict: ChangeVerdict;
}

/** What became of the values that a parameter or a variable may have. Without a list, it may have any. */
export function valuesChange({ before, after }: Pair<Parameter | ServerVariable>): ValuesChange | undefined {
  const changes = [enumChange(before.enum, after.enum), defaultChange(before.default, after.default)];
  const grave = changes.find(change => change?.verdict === 'breaking') ?? changes.find(change => change !== undefined);
  if (grave) return grave;
  const words = before.description !== after.description || !same(before.examples, after.examples);
  return words ? { says: 'is described otherwise', verdict: 'editorial' } : undefined;
}

function enumChange(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): ValuesChange | undefined {
  if (before === undefined && after === undefined) return undefined;
  if (after === undefined) return { says: 'may have any value', verdict: 'non-breaking' };
  if (before === undefined) return { says: `may have only the values ${listed(after)}`, verdict: 'breaking' };
  const [gone, fresh] = [missing(before, after), missing(after, before)];
  if (gone.length > 0) return { says: `may no longer be ${listed(gone)}`, verdict: 'breaking' };
  return fresh.length > 0 ? { says: `may also be ${listed(fresh)}`, verdict: 'non-breaking' } : undefined;
}

function defaultChange(before: string | undefined, after: string | undefined): ValuesChange | undefined {
  if (before === after) return undefined;
  if (before === undefined) return { says: `is \`${after}\` when nobody says otherwise`, verdict: 'non-breaking' };
  if (after === undefined)
    return { says: `is no longer \`${before}\` when nobody says otherwise`, verdict: 'breaking' };
  return { says: `is \`${after}\` instead of \`${before}\` when nobody says otherwise`, verdict: 'breaking' };
}

/** What became of the place in messages that a parameter is taken from. */
export function locationChange({ before, after }: Pair<Parameter>): ValuesChange | undefined {
  if (before.location === after.location) return undefined;
  if (before.location === undefined) return { says: `is found at \`${after.location}\``, verdict: 'non-breaking' };
  return { says: `is no longer found at \`${before.location}\``, verdict: 'breaking' };
}
