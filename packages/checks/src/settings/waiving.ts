import { type Finding, findingOf } from '@portolan/base';
import { covers, fits } from './globs.ts';
import type { SignOff, Waiver } from './model.ts';
import { SIGN_OFF_UNUSED, WAIVER_EXPIRED, WAIVER_UNUSED } from './waiving-findings.ts';
import { wayFrom } from './way.ts';

/** A change that something may be decided about. */
export interface Decidable {
  /** What it is told apart by: its code, the thing and the place inside. It has no lines. */
  readonly id: string;
  /** The file of its document. */
  readonly location: string;
}

/** The first waiver that covers a change and has not ended. `today` is as `2027-01-31`; `root` is as for excludes. */
export function waiverOf(
  waivers: readonly Waiver[],
  change: Decidable,
  { today, root }: { readonly today: string; readonly root: string },
): Waiver | undefined {
  return waivers.find(waiver => !hasEnded(waiver, today) && isAbout(waiver, change, root));
}

/**
 * The sign-off of a change for one consumer. Only the team that owns a service can sign off for it: where the owner is
 * known, another team's does not count.
 */
export function signOffOf(
  signOffs: readonly SignOff[],
  change: Decidable,
  consumer: { readonly name: string; readonly owner?: string },
  root: string,
): SignOff | undefined {
  return signOffs.find(
    signOff =>
      sameName(signOff.consumer, consumer.name) &&
      (consumer.owner === undefined || sameName(signOff.team, consumer.owner)) &&
      isAbout(signOff, change, root),
  );
}

/** One finding for each waiver that has ended. */
export function expiredWaivers(waivers: readonly Waiver[], today: string): Finding[] {
  return waivers
    .filter(waiver => hasEnded(waiver, today))
    .map(({ changes, owner, until, origin }) =>
      findingOf(WAIVER_EXPIRED, origin, { change: inWords(changes), owner, until }),
    );
}

/** One finding for each waiver that counts today and for each sign-off that nothing went by. */
export function unusedDecisions(
  { waivers, signOffs }: { readonly waivers: readonly Waiver[]; readonly signOffs: readonly SignOff[] },
  isUsed: (decision: Waiver | SignOff) => boolean,
  today: string,
): Finding[] {
  const idle = waivers.filter(waiver => !isUsed(waiver) && !hasEnded(waiver, today));
  return [
    ...idle.map(({ changes, origin }) => findingOf(WAIVER_UNUSED, origin, { change: inWords(changes) })),
    ...signOffs
      .filter(signOff => !isUsed(signOff))
      .map(({ changes, consumer, team, origin }) =>
        findingOf(SIGN_OFF_UNUSED, origin, { change: inWords(changes), consumer, team }),
      ),
  ];
}

function isAbout(
  { changes, files, folder }: Pick<Waiver, 'changes' | 'files' | 'folder'>,
  { id, location }: Decidable,
  root: string,
): boolean {
  // As it is told first: an identity may hold what means something in a pattern.
  if (!changes.some(pattern => pattern === id || fits(id, pattern))) return false;
  return files === undefined || covers(files, wayFrom(folder, location, root));
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function hasEnded({ until }: Waiver, today: string): boolean {
  return until < today;
}

function inWords(changes: readonly string[]): string {
  return changes.map(change => `\`${change}\``).join(', ');
}
