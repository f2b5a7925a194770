import { canonical, isObject } from '@portolan/base';
import type { SecurityRequirement, SecurityScheme } from '@portolan/contract';
import type { Context } from '../../context.ts';
import type { ChangeVerdict, Sides } from '../../model.ts';
import type { Side } from '../../side.ts';
import { missing, same } from '../../values.ts';

/** What became of something, and whether that shuts somebody out. */
export interface WayChange {
  readonly says: string;
  readonly verdict: ChangeVerdict;
}

/**
 * What became of a list of requirements, of which a client has to meet one. None at all means that everybody gets in.
 * Schemes are known by what they are: those with the same name on both sides are told of for themselves.
 */
export function securityChange(
  before: readonly SecurityRequirement[],
  after: readonly SecurityRequirement[],
  { before: left, after: right }: Context,
): WayChange | undefined {
  const [from, to] = [before.map(one => wayOf(one, left, right)), after.map(one => wayOf(one, right, left))];
  const [gone, fresh] = [missing(from.map(key), to.map(key)), missing(to.map(key), from.map(key))];
  if (gone.length === 0 && fresh.length === 0) return undefined;
  if (before.length === 0) return { says: `clients have to show ${words(after)}`, verdict: 'breaking' };
  if (after.length === 0) return { says: 'clients have to show nothing any more', verdict: 'non-breaking' };
  if (gone.length === 0) return { says: `clients may show ${words(after)}`, verdict: 'non-breaking' };
  // A way in that asks for less than before still lets everybody in.
  const eased = from.every(old =>
    to.some(one => one.scheme === old.scheme && missing(one.scopes, old.scopes).length === 0),
  );
  if (eased) return { says: `clients need fewer scopes: ${words(after)}`, verdict: 'non-breaking' };
  return { says: `clients have to show ${words(after)} instead of ${words(before)}`, verdict: 'breaking' };
}

interface Way {
  readonly scheme: string;
  readonly scopes: readonly string[];
}

function key({ scheme, scopes }: Way): string {
  return `${scheme} ${[...scopes].sort().join(' ')}`;
}

function wayOf({ scheme, scopes }: SecurityRequirement, side: Side, other: Side): Way {
  const known = side.contract.securitySchemes.find(({ id }) => id === scheme);
  const elsewhere = other.contract.securitySchemes.find(({ id }) => id === scheme);
  // The same name on both sides is the same scheme, though its details may have changed.
  const stays = known !== undefined && elsewhere !== undefined;
  return { scheme: stays || !known ? scheme : canonical([known.type, known.details]), scopes };
}

function words(requirements: readonly SecurityRequirement[]): string {
  return requirements
    .map(({ scheme, scopes }) => `\`${scheme}\`${scopes.length > 0 ? ` with ${scopes.join(', ')}` : ''}`)
    .join(' or ');
}

/** Details that only say something to people or widen what may be asked for. */
const HARMLESS: ReadonlySet<string> = new Set(['description', 'bearerFormat']);

/** What became of a security scheme; a change of its type is told where the scheme is used. */
export function schemeChange({ before, after }: Required<Sides<SecurityScheme>>): WayChange | undefined {
  if (before.type !== after.type)
    return { says: `its type is ${after.type} instead of ${before.type}`, verdict: 'breaking' };
  const [from, to] = [neutral(before.details), neutral(after.details)];
  const keys = new Set([...Object.keys(from), ...Object.keys(to)]);
  const changed = [...keys].filter(name => !same(from[name], to[name]));
  if (changed.length === 0)
    return before.description === after.description ? undefined : { says: 'its description', verdict: 'editorial' };
  const verdict = changed.every(name => HARMLESS.has(name) || name.startsWith('x-')) ? 'editorial' : 'breaking';
  return { says: changed.map(name => `\`${name}\``).join(', '), verdict };
}

/**
 * Details in one language: 3.x calls `availableScopes` what flows of 2.x call `scopes`, and keeps on the scheme the scopes
 * that are needed, which requirements say.
 */
function neutral({ scopes: _, ...details }: SecurityScheme['details']): SecurityScheme['details'] {
  if (!isObject(details.flows)) return details;
  const flows = Object.entries(details.flows).map(([name, flow]) => {
    if (!isObject(flow)) return [name, flow];
    const { scopes, availableScopes = scopes, ...rest } = flow;
    return [name, { ...rest, availableScopes }];
  });
  return { ...details, flows: Object.fromEntries(flows) };
}
