import { compareFindings, compareText } from '@portolan/base';
import type { ChartFinding, MessageKey } from '../model.ts';
import type { Facts } from './facts.ts';
import { namesAlike } from './judge-alike.ts';
import { ownersOfChannels } from './judge-channels.ts';
import { conflictsOfDirection, type OperationOf } from './judge-directions.ts';
import { oneSidedMessages } from './judge-messages.ts';
import { reversedOperations } from './judge-reversed.ts';
import { contradictionsOfServices } from './judge-services.ts';
import type { MessageMatch } from './messages.ts';
import type { Service } from './services.ts';
import { shapeOf } from './through.ts';

/** Everything that only the whole shows, in the order of the documents. */
export function judge(facts: Facts, services: readonly Service[], messages: MessageMatch): ChartFinding[] {
  const groups = new Map(messages.groups.map(group => [group.id, group]));
  const shape = (id: MessageKey) => {
    const group = groups.get(id);
    return group && shapeOf(group);
  };
  const conflicts = conflictsOfDirection(facts, operationIn(services));
  const findings = [
    ...contradictionsOfServices(services),
    ...ownersOfChannels(facts),
    ...namesAlike(facts),
    ...conflicts.findings,
    ...reversedOperations(services),
    ...oneSidedMessages(facts, conflicts.channels, shape),
  ];
  return findings.sort((a, b) => compareText(a.document, b.document) || compareFindings(a, b));
}

/** Finds the operation that a link is evidence of. */
function operationIn(services: readonly Service[]): OperationOf {
  const contracts = new Map(services.flatMap(({ documents }) => documents.map(({ id, contract }) => [id, contract])));
  return ({ document, operation: id }) => {
    const contract = contracts.get(document);
    const operation = contract?.operations.find(each => each.id === id);
    return contract && operation && { contract, operation };
  };
}
