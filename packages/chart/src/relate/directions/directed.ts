import { slug } from '@portolan/base';
import type { Action, Contract, Direction, DirectionEvidence, Operation } from '@portolan/contract';
import type { Evidence } from '@portolan/evidence/port';
import type { ChannelKey, ChartedDocument, Cover, DocumentId } from '../../model.ts';
import type { ChannelMatch } from '../channels.ts';
import { placedChannels } from '../placed.ts';
import { type Service, serviceName } from '../services.ts';
import { opposite, type Party } from './party.ts';
import { type Certain, type Sides, sidesOf } from './sides.ts';
import { type Trust, trustIn } from './trust.ts';
import { type Uses, usesOf } from './uses.ts';
import { conclude, isNamed, isNamedAfter } from './weigh.ts';

/**
 * The documents with the direction of each operation weighed on all evidence there is: what its document says, what the
 * other documents on its channel say, what infrastructure files say, and how good the verbs around it are. Documents in
 * which nothing changes are the same objects as before.
 */
export function directed(
  services: readonly Service[],
  channels: ChannelMatch,
  evidence: readonly Evidence[],
  covers: readonly Cover[],
): ReadonlyMap<DocumentId, ChartedDocument> {
  const uses = usesOf(evidence, services, channels);
  const wild = wildcardsIn(channels);
  const parties = services.flatMap(service => partiesOf(service, channels, uses, wild));
  const carrying = covers.filter(({ by }) => by !== 'parameter');
  const unsaid = new Set([...repliedOn(services, channels), ...carrying.map(({ channel }) => channel)]);
  const sides = sidesOf(parties, unsaid, new Set(carrying.map(({ covered }) => covered)));
  const trust = trustIn(parties, sides);
  const alone = new Map(
    parties.map(party => [party, certainIn(party, conclude(party, party.evidence, NOTHING_KNOWN))] as const),
  );
  // What is found out about one side helps the other: once, so that nothing comes to confirm itself.
  const certain = new Map(parties.map(party => [party, certainIn(party, weigh(party, sides, alone, trust))] as const));
  const weighed = new Map<DocumentId, Map<number, Direction>>();
  for (const party of parties) {
    const direction = weigh(party, sides, certain, trust);
    if (sameAs(direction, party.read)) continue;
    const changed = weighed.get(party.document.id) ?? new Map<number, Direction>();
    weighed.set(party.document.id, changed.set(party.index, direction));
  }
  const documents = services.flatMap(service => service.documents);
  return new Map(documents.map(document => [document.id, withDirections(document, weighed.get(document.id))]));
}

/** Before anything is compared, neither verbs nor names have proven anything. */
const NOTHING_KNOWN = { verbs: false, names: false };

function weigh(party: Party, sides: Sides, certain: Certain, trust: Trust): Direction {
  const trusted = trust.inVerbsOf(party.document.id);
  const all = [...party.evidence, ...sides.of(party, trusted, certain)];
  const { action, confidence } = conclude(party, all, { verbs: trusted, names: trust.inNames });
  if (confidence !== 'uncertain' || trusted) return { action, confidence, evidence: all };
  const why = { kind: 'other-verbs' as const, says: trust.why(party.document.id), points: opposite(party.declared) };
  return { action, confidence, evidence: [...all, why] };
}

/** What is certain enough to say something about the others: more than a verb and prose. */
function certainIn(party: Party, { action, confidence }: Pick<Direction, 'action' | 'confidence'>): Action | undefined {
  return confidence === 'supported' && isNamed(party, action) ? action : undefined;
}

function partiesOf({ id, documents }: Service, channels: ChannelMatch, uses: Uses, wild: Wildcards): Party[] {
  const names = [...new Set([id, ...documents.map(document => slug(serviceName(document)))])];
  return documents.flatMap(document => {
    const messages = new Map(document.contract.messages.map(message => [message.id, message.name]));
    return document.contract.operations.flatMap((operation, index): Party[] => {
      const channel = channels.keyOf(document.id, operation.channel);
      // Who says what the document does in its own language leaves no doubt, and who settled it neither.
      if (channel === undefined || !isAsyncApi(document.contract) || isSettled(operation)) return [];
      const read = operation.direction;
      return [
        {
          document,
          service: id,
          index,
          channel,
          messages: operation.messages.flatMap(message => messages.get(message) ?? []),
          declared: operation.action,
          evidence: [...read.evidence, ...uses.of(id, document.id, operation.channel), ...(wild.get(channel) ?? [])],
          ownGroup: isOwnGroup(read, names),
          read,
        },
      ];
    });
  });
}

function isOwnGroup({ evidence }: Direction, names: readonly string[]): boolean {
  const group = evidence.find(({ kind }) => kind === 'consumer-group');
  return group !== undefined && names.some(name => isNamedAfter(slug(group.says), name));
}

function isAsyncApi({ asyncapi }: Contract): boolean {
  return asyncapi !== undefined;
}

function isSettled({ direction }: Operation): boolean {
  return direction.evidence.some(({ kind }) => kind === 'settled');
}

/** What the address of a channel says: where it has a wildcard one can receive, and nobody can send. */
type Wildcards = ReadonlyMap<ChannelKey, readonly DirectionEvidence[]>;

function wildcardsIn({ groups }: ChannelMatch): Wildcards {
  const wild = placedChannels(groups).filter(({ pattern, family }) => pattern.wildcard && family !== undefined);
  return new Map(wild.map(({ id, address }) => [id, [{ kind: 'address', says: address, points: 'receive' }]]));
}

/** Channels that replies go over. */
function repliedOn(services: readonly Service[], channels: ChannelMatch): ReadonlySet<ChannelKey> {
  const found = new Set<ChannelKey>();
  for (const { id, contract } of services.flatMap(({ documents }) => documents)) {
    for (const { reply } of contract.operations) {
      const key = reply?.channel === undefined ? undefined : channels.keyOf(id, reply.channel);
      if (key !== undefined) found.add(key);
    }
  }
  return found;
}

function sameAs(a: Direction, b: Direction): boolean {
  return a.action === b.action && a.confidence === b.confidence && a.evidence.length === b.evidence.length;
}

/** Contracts with other directions than reading gave them, kept so that what follows from them is worked out once. */
const made = new WeakMap<Contract, { readonly mark: string; readonly contract: Contract }>();

function withDirections(document: ChartedDocument, changed?: ReadonlyMap<number, Direction>): ChartedDocument {
  if (!changed) return document;
  const mark = JSON.stringify([...changed]);
  const known = made.get(document.contract);
  if (known?.mark === mark) return { ...document, contract: known.contract };
  const operations = document.contract.operations.map((operation, index) => {
    const direction = changed.get(index);
    return direction ? { ...operation, direction } : operation;
  });
  const contract = { ...document.contract, operations };
  made.set(document.contract, { mark, contract });
  return { ...document, contract };
}
