import { streamChanges } from './changes/stream-changes.ts';
import { getChannel } from './chart/get-channel.ts';
import { getMap } from './chart/get-map.ts';
import { getMessage } from './chart/get-message.ts';
import { getOverview } from './chart/get-overview.ts';
import { getService } from './chart/get-service.ts';
import { getTeam } from './chart/get-team.ts';
import { listChannels } from './chart/list-channels.ts';
import { listMessages } from './chart/list-messages.ts';
import { listServices } from './chart/list-services.ts';
import { listTeams } from './chart/list-teams.ts';
import { getDocument } from './documents/get-document.ts';
import { getRevision } from './documents/get-revision.ts';
import { listDocuments } from './documents/list-documents.ts';
import { listFindings } from './documents/list-findings.ts';
import { listRevisions } from './documents/list-revisions.ts';
import { getFault } from './installation/get-fault.ts';
import { getHealth } from './installation/get-health.ts';
import { getMetrics } from './installation/get-metrics.ts';
import { getOpenApi } from './installation/get-openapi.ts';
import { getReadiness } from './installation/get-readiness.ts';
import { openApi } from './openapi.ts';
import type { Operation } from './operation.ts';
import { searchChart } from './search/search-chart.ts';

/** Every operation of the API, in the order of its description. */
export const operations: readonly Operation[] = [
  getOverview,
  getMap,
  listServices,
  getService,
  listChannels,
  getChannel,
  listMessages,
  getMessage,
  listTeams,
  getTeam,
  searchChart,
  listDocuments,
  getDocument,
  listRevisions,
  getRevision,
  listFindings,
  streamChanges,
  getFault,
  getOpenApi(() => openApi(operations)),
  getHealth,
  getReadiness,
  getMetrics,
];
