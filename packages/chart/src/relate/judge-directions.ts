import { type Fix, findingOf } from '@portolan/base';
import type { Contract, Operation } from '@portolan/contract';
import { DIRECTION_CONFLICT } from '../findings.ts';
import type { ChannelKey, ChartFinding, Link, LinkEvidence } from '../model.ts';
import type { Facts } from './facts.ts';
import { turnTo } from './judge-reversed.ts';

/**
 * Channels that exactly two services use, both in the same direction and for the same message: one of the two probably
 * has its direction the wrong way round. Three and more may well be receivers of somebody without a document. Where the
 * doubt is on one side alone, the finding carries the edit that turns that one.
 */
export function conflictsOfDirection(
  { channels, links, services, covers = [] }: Facts,
  operationOf: OperationOf,
): {
  findings: ChartFinding[];
  channels: ReadonlySet<ChannelKey>;
} {
  const names = new Map(services.map(service => [service.id, service.name]));
  const onChannel = new Map<ChannelKey, Link[]>();
  // Who is on the other side of a pattern uses another channel.
  const patterns = new Set(covers.flatMap(({ channel, covered }) => [channel, covered]));
  for (const link of links) {
    if (patterns.has(link.channel)) continue;
    const others = onChannel.get(link.channel);
    if (others) others.push(link);
    else onChannel.set(link.channel, [link]);
  }
  const found = new Set<ChannelKey>();
  const findings = channels.flatMap(({ id, name }): ChartFinding[] => {
    const pair = conflictingPair(onChannel.get(id) ?? []);
    if (!pair) return [];
    found.add(id);
    const [first, second] = pair;
    const params = {
      first: names.get(first.service) ?? first.service,
      second: names.get(second.service) ?? second.service,
      action: first.action,
      channel: name,
    };
    // The finding stands where the doubt is, and points to the other side.
    const [doubtful, other] =
      second.confidence !== 'uncertain' && first.confidence === 'uncertain' ? pair : [second, first];
    const { origin, document } = doubtful.evidence[0] as LinkEvidence;
    const { operation, origin: otherOrigin } = other.evidence[0] as LinkEvidence;
    const related = [{ message: `The other side is \`${operation}\`.`, origin: otherOrigin }];
    const sure = doubtful.confidence === 'uncertain' && other.confidence !== 'uncertain';
    const fix = sure ? turned(doubtful, operationOf) : undefined;
    return [{ ...findingOf(DIRECTION_CONFLICT, origin, params, { related, ...(fix && { fix }) }), document }];
  });
  return { findings, channels: found };
}

/** Finds an operation with its document. */
export type OperationOf = (evidence: LinkEvidence) => { operation: Operation; contract: Contract } | undefined;

/** The edit that turns the operation of a link round. A reply follows its request, so there is none for it. */
function turned({ action, evidence }: Link, operationOf: OperationOf): Fix | undefined {
  const [first] = evidence;
  const found = first && !first.reply ? operationOf(first) : undefined;
  return found && turnTo(action === 'send' ? 'receive' : 'send', found.operation, found.contract);
}

function conflictingPair(links: readonly Link[]): [Link, Link] | undefined {
  if (new Set(links.map(link => link.service)).size !== 2) return undefined;
  if (new Set(links.map(link => link.action)).size !== 1) return undefined;
  const [first] = links as [Link, ...Link[]];
  const mine = links.filter(link => link.service === first.service);
  const second = links.find(link => link.service !== first.service && mine.some(own => own.message === link.message));
  return second && [mine.find(own => own.message === second.message) as Link, second];
}
