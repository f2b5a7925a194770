import { type Fix, findingOf, pointerOf } from '@portolan/base';
import type { Action, Contract, DirectionEvidence, EvidenceKind, Operation } from '@portolan/contract';
import { DIRECTION_REVERSED } from '../findings.ts';
import type { ChartFinding } from '../model.ts';
import { type Service, serviceName } from './services.ts';

/** Operations whose verb says the opposite of what the evidence proves, with the edit that makes the document say so. */
export function reversedOperations(services: readonly Service[]): ChartFinding[] {
  return services.flatMap(({ documents }) =>
    documents.flatMap(document => {
      const { contract, id } = document;
      const reversed = contract.operations.filter(({ action, direction }) => {
        const settled = direction.evidence.some(({ kind }) => kind === 'settled');
        return direction.action !== action && !settled;
      });
      return reversed.map(operation => {
        const { action, direction } = operation;
        const channel = contract.channels.find(({ id: own }) => own === operation.channel);
        const proof = direction.evidence.filter(({ points }) => points === direction.action);
        const params = {
          operation: operation.id,
          service: serviceName(document),
          declared: action,
          action: direction.action,
          channel: channel?.address ?? operation.channel,
          because: proof.map(inWords).join(', '),
        };
        const fix = turnTo(direction.action, operation, contract);
        const found = findingOf(DIRECTION_REVERSED, operation.origin, { ...params, edit: fix.says }, { fix });
        return { ...found, document: id };
      });
    }),
  );
}

/**
 * The edit by which a document says that an operation has this action. In 2.x the verb is a key, which cannot be renamed
 * where the channel has the other one too: there it is settled instead.
 */
export function turnTo(action: Action, { id, verb, channel, origin }: Operation, { operations }: Contract): Fix {
  if (verb === 'send' || verb === 'receive') {
    const place = { source: origin.source, pointer: pointerOf(origin.pointer, 'action') };
    return { says: `Write \`action: ${action}\``, steps: [{ do: 'replace', origin: place, value: action }] };
  }
  const alone = !operations.some(other => other.channel === channel && other.id !== id);
  const named = origin.pointer.endsWith(`/${verb}`);
  const key = verb === 'publish' ? 'subscribe' : 'publish';
  if (alone && named)
    return { says: `Write \`${key}\` in place of \`${verb}\``, steps: [{ do: 'rename', origin, key }] };
  const says = `Write \`x-portolan-direction: ${action}\` into the operation`;
  return { says, steps: [{ do: 'insert', origin, key: 'x-portolan-direction', value: action }] };
}

const SEEN: Readonly<Partial<Record<EvidenceKind, string>>> = {
  'operation-id': 'its id',
  'consumer-group': 'its consumer group',
  'channel-key': 'the key of its channel',
  address: 'the wildcard in its address',
};

function inWords({ kind, says, origin }: DirectionEvidence): string {
  if (kind === 'infrastructure') return `${says} (${origin?.source ?? 'infrastructure'})`;
  if (kind === 'other-documents') return `the other documents (${says})`;
  return `${SEEN[kind] ?? `its ${kind}`} “${says}”`;
}
