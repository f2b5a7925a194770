import { compareFindings, type Finding, type FindingKind, findingOf, type Origin, type Params } from '@portolan/base';
import { EVIDENCE_NOT_STATIC, EVIDENCE_VALUE_WRONG } from '../findings.ts';
import type { AliasFact, ChannelFact, EvidenceResult, UseFact } from '../port.ts';

/** Where a fact stands, with the stretch of text to show for it. */
export type Place = Origin & Required<Pick<Origin, 'inside'>>;

/** Facts of one kind in one file; more than anybody writes by hand or generates for a broker. */
const MOST_FACTS = 20_000;

/** Takes down the facts of one file, each once. */
export interface Gleaning {
  channel(address: string, at: Place, owner?: string): void;
  use(who: string, action: UseFact['action'], address: string, at: Place, more?: Reach): void;
  alias(service: string, name: string, at: Place): void;
  /** Something would be a fact, and is worked out elsewhere. */
  unread(what: string, at: Place): void;
  /** A value that is not what its format says it should be. */
  wrong(subject: string, expected: string, at: Place): void;
  find(kind: FindingKind, at: Place, params?: Params): void;
  take(findings: readonly Finding[]): void;
  /** No evidence at all when there is no fact. */
  result(): EvidenceResult;
}

/** How far a use reaches, where it is not about one address. */
export type Reach = Pick<UseFact, 'match' | 'except'>;

export function gleaning(location: string, format: string): Gleaning {
  const channels = new Map<string, ChannelFact>();
  const uses = new Map<string, UseFact>();
  const aliases = new Map<string, AliasFact>();
  const findings: Finding[] = [];
  const missed: { readonly what: string; readonly at: Place }[] = [];

  function keep<T>(known: Map<string, T>, key: string, fact: T): void {
    if (!known.has(key) && known.size < MOST_FACTS) known.set(key, fact);
  }

  function find(kind: FindingKind, at: Place, params?: Params): void {
    findings.push(findingOf(kind, at, params, { range: at.inside }));
  }

  return {
    channel(address, origin, owner) {
      const before = channels.get(address);
      if (before && (before.owner !== undefined || owner === undefined)) return;
      if (before) channels.delete(address);
      keep(channels, address, { address, ...(owner !== undefined && { owner }), origin });
    },
    use(who, action, address, origin, more = {}) {
      keep(uses, [who, action, more.match, address].join('\n'), { address, ...more, action, who, origin });
    },
    alias(service, name, origin) {
      if (service !== name) keep(aliases, `${service}\n${name}`, { service, name, origin });
    },
    unread(what, at) {
      if (missed.length < MOST_FACTS) missed.push({ what, at });
    },
    wrong(subject, expected, at) {
      find(EVIDENCE_VALUE_WRONG, at, { subject: `\`${subject}\``, expected });
    },
    find,
    take(others) {
      findings.push(...others);
    },
    result() {
      const [first] = missed;
      // One sentence per file: who has a hundred modules should still be able to read it.
      const unread = first
        ? [findingOf(EVIDENCE_NOT_STATIC, first.at, inWords(missed), { range: first.at.inside })]
        : [];
      const all = [...findings, ...unread].sort(compareFindings);
      if (channels.size + uses.size + aliases.size === 0) return { findings: all };
      const facts = { channels: [...channels.values()], uses: [...uses.values()], aliases: [...aliases.values()] };
      return { evidence: { location, format, complete: false, ...facts }, findings: all };
    },
  };
}

function inWords(missed: readonly { readonly what: string }[]): Params {
  const names = [...new Set(missed.map(({ what }) => what))];
  const shown = names.slice(0, 3).map(name => `\`${name}\``);
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return { what: `${shown.join(', ')}${more}`, verb: names.length === 1 ? 'is' : 'are' };
}
