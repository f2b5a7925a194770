import { dependedOnBy, dependsOn, type ServiceNode } from '@portolan/chart';
import type { ServicePage } from '../port.ts';
import { driftOf } from './drift.ts';
import type { Known } from './known.ts';
import { documentSummary, linksIn, linkView, serviceSummary, withAction } from './summaries.ts';

/** Everything about one service; undefined when there is none of this id. */
export function servicePage(known: Known, id: string): ServicePage | undefined {
  const service = known.services.get(id);
  if (!service) return undefined;
  const links = linksIn(known.linksOfService, id);
  const team = service.owner === undefined ? undefined : known.teams.get(service.owner);
  return {
    service: serviceSummary(known, service),
    ...(team && { team }),
    sends: withAction(links, 'send').map(link => linkView(known, link)),
    receives: withAction(links, 'receive').map(link => linkView(known, link)),
    dependsOn: dependsOn(known.snapshot.chart, id),
    dependedOnBy: dependedOnBy(known.snapshot.chart, id),
    documents: documentsOf(known, service),
    drift: driftOf(known, 'service', id),
  };
}

function documentsOf(known: Known, service: ServiceNode): ServicePage['documents'] {
  return service.documents.flatMap(id => {
    const document = known.snapshot.documents.get(id);
    return document ? [documentSummary(known, document)] : [];
  });
}
