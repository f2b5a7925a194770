import type { Action, DirectionEvidence } from '@portolan/contract';
import type { ChannelKey } from '../../model.ts';
import { opposite, type Party } from './party.ts';

/** What the parties of each channel say about each other. */
export interface Sides {
  /** Messages that one service sends and others receive, by the verbs. */
  readonly complete: number;
  /**
   * Messages that look wrong: more services send than receive them, or just two receive and nobody sends. Three and more
   * may well be receivers of somebody without a document.
   */
  readonly oneSided: number;
  /** What the others on the channel say about one of its parties. */
  of(party: Party, trusted: boolean, certain: Certain): DirectionEvidence[];
}

/** What operations certainly do, where that is known. */
export type Certain = ReadonlyMap<Party, Action | undefined>;

/**
 * Looks at the operations of all documents channel by channel, message by message.
 *
 * @param unsaid channels where no operation says who is on the other side: replies go over them, or they are patterns
 * @param covered channels that patterns take in: whoever sends there may have all its receivers elsewhere
 */
export function sidesOf(
  parties: readonly Party[],
  unsaid: ReadonlySet<ChannelKey>,
  covered: ReadonlySet<ChannelKey>,
): Sides {
  const onMessage = new Map<string, Party[]>();
  const unnamed = new Map<string, Party[]>();
  const onChannel = new Map<string, Party[]>();
  for (const party of parties) {
    add(onChannel, party.channel, party);
    if (party.messages.length === 0) add(unnamed, party.channel, party);
    for (const message of party.messages) add(onMessage, `${party.channel}\n${message}`, party);
  }
  let [complete, oneSided] = [0, 0];
  for (const [key, those] of onMessage) {
    const all = [...those, ...(unnamed.get(key.slice(0, key.indexOf('\n'))) ?? [])];
    if (unsaid.has((those[0] as Party).channel)) continue;
    const senders = servicesThat('send', all);
    const receivers = servicesThat('receive', all);
    if (senders > 1 && senders > receivers) oneSided++;
    else if (senders > 0 && receivers > 0) complete++;
    else if (receivers === 2) oneSided++;
  }
  return { complete, oneSided, of };

  function of(party: Party, trusted: boolean, certain: Certain): DirectionEvidence[] {
    const others = counterparts(party);
    if (others.length === 0 || unsaid.has(party.channel)) return [];
    const actions = others.map(other => certain.get(other));
    const services = new Set(others.map(({ service }) => service));
    const names = [...services].slice(0, 3).join(', ');
    // A channel needs both sides. When all others are certainly on one, this one is on the other, unless somebody who has
    // no document is: that is why this alone decides nothing.
    const [first] = actions;
    // Two senders do not contradict each other where a pattern receives. All over they are still a sign of wrong verbs.
    const several = party.declared === 'send' && covered.has(party.channel);
    if (first !== undefined && actions.every(action => action === first)) {
      const alone = services.size === 1 || first === 'send' || !trusted;
      const points = opposite(first);
      if (points === party.declared || (alone && !several))
        return [said(`${names} ${first}${services.size === 1 ? 's' : ''}`, points)];
    }
    const same = others.every(other => (certain.get(other) ?? other.declared) === party.declared);
    const contradicts = same && (services.size === 1 || party.declared === 'send');
    if (contradicts && !several && !actions.includes(opposite(party.declared))) {
      return [
        said(
          `${names} ${party.declared}${services.size === 1 ? 's' : ''} too, and nobody ${opposite(party.declared)}s`,
          opposite(party.declared),
        ),
      ];
    }
    return [];
  }

  function counterparts(party: Party): Party[] {
    const named = party.messages.flatMap(message => onMessage.get(`${party.channel}\n${message}`) ?? []);
    const all =
      party.messages.length > 0
        ? [...named, ...(unnamed.get(party.channel) ?? [])]
        : (onChannel.get(party.channel) ?? []);
    return [...new Set(all)].filter(({ service }) => service !== party.service);
  }
}

function servicesThat(action: Action, parties: readonly Party[]): number {
  return new Set(parties.filter(({ declared }) => declared === action).map(({ service }) => service)).size;
}

function said(says: string, points: Action): DirectionEvidence {
  return { kind: 'other-documents', says, points };
}

function add(map: Map<string, Party[]>, key: string, party: Party): void {
  const others = map.get(key);
  if (others) others.push(party);
  else map.set(key, [party]);
}
