import { compareFindings, compareText } from '@portolan/base';
import type { ChartFinding } from '../model.ts';
import type { Facts } from './facts.ts';
import { namesAlike } from './judge-alike.ts';
import { ownersOfChannels } from './judge-channels.ts';
import { conflictsOfDirection } from './judge-directions.ts';
import { oneSidedMessages } from './judge-messages.ts';
import { reversedOperations } from './judge-reversed.ts';
import { contradictionsOfServices } from './judge-services.ts';
import type { Service } from './services.ts';

/** Everything that only the whole shows, in the order of the documents. */
export function judge(facts: Facts, services: readonly Service[]): ChartFinding[] {
  const conflicts = conflictsOfDirection(facts);
  const findings = [
    ...contradictionsOfServices(services),
    ...ownersOfChannels(facts),
    ...namesAlike(facts),
    ...conflicts.findings,
    ...reversedOperations(services),
    ...oneSidedMessages(facts, conflicts.channels),
  ];
  return findings.sort((a, b) => compareText(a.document, b.document) || compareFindings(a, b));
}
