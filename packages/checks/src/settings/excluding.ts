import { type Finding, findingOf } from '@portolan/base';
import type { Contract } from '@portolan/contract';
import { EXCLUDE_EXPIRED, EXCLUDE_UNUSED } from './findings.ts';
import { covers, fits } from './globs.ts';
import type { Exclude } from './model.ts';
import { wayFrom } from './way.ts';

/** A finding that a team has decided to live with. */
export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
  readonly until?: string;
}

/** Findings parted by excludes. */
export interface Parted {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** The excludes that hid something. */
  readonly used: readonly Exclude[];
}

/**
 * Parts findings by excludes that have not ended; the first one that fits answers for a finding.
 *
 * @param today as `2027-01-31`
 */
export function partedBy(
  excludes: readonly Exclude[],
  findings: readonly Finding[],
  contract: Contract | undefined,
  { today, root }: { readonly today: string; readonly root: string },
): Parted {
  const active = excludes.filter(exclude => !hasEnded(exclude, today));
  if (active.length === 0) return { kept: findings, suppressed: [], used: [] };
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  const used = new Set<Exclude>();
  for (const finding of findings) {
    const exclude = active.find(it => hides(it, finding, contract, root));
    if (!exclude) {
      kept.push(finding);
      continue;
    }
    used.add(exclude);
    const { reason, until } = exclude;
    suppressed.push({ finding, reason, ...(until !== undefined && { until }) });
  }
  return { kept, suppressed, used: [...used] };
}

/** One finding for each exclude that has ended. */
export function expiredAmong(excludes: readonly Exclude[], today: string): Finding[] {
  return excludes
    .filter(exclude => hasEnded(exclude, today))
    .map(({ rules, until = '', reason, origin }) =>
      findingOf(EXCLUDE_EXPIRED, origin, { rule: inWords(rules), until, reason: reason.replace(/\.?$/, '.') }),
    );
}

/** One finding for each exclude that counts today and was not used. */
export function unusedAmong(
  excludes: readonly Exclude[],
  isUsed: (exclude: Exclude) => boolean,
  today: string,
): Finding[] {
  return excludes
    .filter(exclude => !isUsed(exclude) && !hasEnded(exclude, today))
    .map(({ rules, origin }) => findingOf(EXCLUDE_UNUSED, origin, { rule: inWords(rules) }));
}

function hasEnded({ until }: Exclude, today: string): boolean {
  return until !== undefined && until < today;
}

function hides(exclude: Exclude, finding: Finding, contract: Contract | undefined, root: string): boolean {
  const { rules, files, pointer, channel, operation, message, folder } = exclude;
  const { source, pointer: place } = finding.origin;
  if (!rules.some(rule => fits(finding.code, rule))) return false;
  if (files !== undefined && !covers(files, wayFrom(folder, source, root))) return false;
  if (pointer !== undefined && !covers(pointer, place)) return false;
  const within = (nodes: readonly { readonly origin: Finding['origin'] }[]) =>
    nodes.some(
      ({ origin }) => origin.source === source && (place === origin.pointer || place.startsWith(`${origin.pointer}/`)),
    );
  if (channel !== undefined) {
    const named = contract?.channels.filter(({ id, address }) => fits(id, channel) || fits(address ?? '', channel));
    if (!within(named ?? [])) return false;
  }
  if (operation !== undefined && !within(contract?.operations.filter(({ id }) => fits(id, operation)) ?? []))
    return false;
  if (message === undefined) return true;
  return within(contract?.messages.filter(({ id, name }) => fits(name, message) || fits(id, message)) ?? []);
}

function inWords(rules: readonly string[]): string {
  return rules.map(rule => `\`${rule}\``).join(', ');
}
