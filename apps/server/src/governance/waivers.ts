import { today } from '@portolan/control';
import type { DecisionRecord } from '@portolan/stores/port';
import type { GovernedWaiver } from '../port.ts';
import type { Known } from '../views/known.ts';

/** Days before its last one in which a waiver is called expiring. */
const SOON = 14;
const DAY = 24 * 60 * 60 * 1_000;

const ORDER = ['expired', 'expiring', 'open', 'taken-back'] as const;

/** Waivers of the portal and of the settings of repositories, those first that somebody has to look at. */
export function waiversOf(known: Known, decisions: readonly DecisionRecord[], now: Date): GovernedWaiver[] {
  const stateOf = (until: string) => {
    if (until < today(now)) return 'expired';
    return until < today(new Date(now.getTime() + SOON * DAY)) ? 'expiring' : 'open';
  };
  const here = decisions
    .filter(({ kind }) => kind === 'waiver')
    .map(({ document, change, by, reason, until = '', revoked }): GovernedWaiver => {
      const state = revoked === undefined ? stateOf(until) : 'taken-back';
      return { from: 'here', document, changes: [change], owner: by.name, reason, until, state };
    });
  const repositories = new Map<string, GovernedWaiver>();
  for (const { id, source, decisions: settled } of known.snapshot.documents.values()) {
    for (const { changes, owner, reason, until, origin } of settled?.waivers ?? []) {
      // One settings file governs many documents.
      const key = [source, origin.source, origin.pointer].join('\n');
      if (repositories.has(key)) continue;
      repositories.set(key, { from: 'repository', document: id, changes, owner, reason, until, state: stateOf(until) });
    }
  }
  const rank = ({ state }: GovernedWaiver) => ORDER.indexOf(state);
  return [...here, ...repositories.values()].sort((a, b) => rank(a) - rank(b) || (a.until < b.until ? -1 : 1));
}

/** `2026-01-31`, in UTC. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
