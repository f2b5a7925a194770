import type { Action, Direction, DirectionEvidence } from '@portolan/contract';
import type { ChannelKey, ChartedDocument, ServiceId } from '../../model.ts';

/** One operation of one document, while its direction is weighed. */
export interface Party {
  readonly document: ChartedDocument;
  readonly service: ServiceId;
  /** Position among the operations of its document. */
  readonly index: number;
  readonly channel: ChannelKey;
  /** Names of its messages; empty when it names none. */
  readonly messages: readonly string[];
  /** What the specification makes of the verb. */
  readonly declared: Action;
  /** What its document and the infrastructure say, the verb first. */
  readonly evidence: readonly DirectionEvidence[];
  /** Whether its consumer group is named after the service. */
  readonly ownGroup: boolean;
  /** What reading made of it. */
  readonly read: Direction;
}

export function opposite(action: Action): Action {
  return action === 'send' ? 'receive' : 'send';
}
