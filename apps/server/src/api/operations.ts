import { changePassword } from './access/change-password.ts';
import { changeUser } from './access/change-user.ts';
import { createToken } from './access/create-token.ts';
import { createUser } from './access/create-user.ts';
import { endSessions } from './access/end-sessions.ts';
import { getSession } from './access/get-session.ts';
import { listAudit } from './access/list-audit.ts';
import { listSessions } from './access/list-sessions.ts';
import { listTokens } from './access/list-tokens.ts';
import { listUsers } from './access/list-users.ts';
import { revokeToken } from './access/revoke-token.ts';
import { setUp } from './access/set-up.ts';
import { signIn } from './access/sign-in.ts';
import { signInBack } from './access/sign-in-back.ts';
import { signInElsewhere } from './access/sign-in-elsewhere.ts';
import { signOut } from './access/sign-out.ts';
import { getChangelog } from './changelog/get-changelog.ts';
import { getServiceChangelog } from './changelog/get-service-changelog.ts';
import { atomOfChanges, jsonOfChanges } from './changes/feed-changes.ts';
import { listChanges } from './changes/list-changes.ts';
import { streamChanges } from './changes/stream-changes.ts';
import { getChannel } from './chart/get-channel.ts';
import { getDomain } from './chart/get-domain.ts';
import { getField } from './chart/get-field.ts';
import { getMap } from './chart/get-map.ts';
import { getMessage } from './chart/get-message.ts';
import { getOverview } from './chart/get-overview.ts';
import { getServer } from './chart/get-server.ts';
import { getService } from './chart/get-service.ts';
import { getTeam } from './chart/get-team.ts';
import { listChannels } from './chart/list-channels.ts';
import { listDomains } from './chart/list-domains.ts';
import { listMaturity } from './chart/list-maturity.ts';
import { listMessages } from './chart/list-messages.ts';
import { listServers } from './chart/list-servers.ts';
import { listServices } from './chart/list-services.ts';
import { listTeams } from './chart/list-teams.ts';
import { getDocument } from './documents/get-document.ts';
import { getRevision } from './documents/get-revision.ts';
import { getSchema } from './documents/get-schema.ts';
import { listDocuments } from './documents/list-documents.ts';
import { listFindings } from './documents/list-findings.ts';
import { listRevisions } from './documents/list-revisions.ts';
import { listSchemas } from './documents/list-schemas.ts';
import { proposePatch } from './documents/propose-patch.ts';
import { getFault } from './installation/get-fault.ts';
import { getHealth } from './installation/get-health.ts';
import { getMetrics } from './installation/get-metrics.ts';
import { getOpenApi } from './installation/get-openapi.ts';
import { getReadiness } from './installation/get-readiness.ts';
import { openApi } from './openapi.ts';
import type { Operation } from './operation.ts';
import { pushDocuments } from './push/push-documents.ts';
import { removeSource } from './push/remove-source.ts';
import { getImpact } from './questions/get-impact.ts';
import { getPath } from './questions/get-path.ts';
import { listDrift } from './questions/list-drift.ts';
import { getCheck } from './reviews/get-check.ts';
import { getGovernance } from './reviews/get-governance.ts';
import { getRevisionChanges } from './reviews/get-revision-changes.ts';
import { listChecks } from './reviews/list-checks.ts';
import { listDecisions } from './reviews/list-decisions.ts';
import { makeDecision } from './reviews/make-decision.ts';
import { pushCheck } from './reviews/push-check.ts';
import { revokeDecision } from './reviews/revoke-decision.ts';
import { tryMessage } from './reviews/try-message.ts';
import { tryRevisions } from './reviews/try-revisions.ts';
import { searchChart } from './search/search-chart.ts';
import { createWatch } from './watches/create-watch.ts';
import { getWatch } from './watches/get-watch.ts';
import { listWatches } from './watches/list-watches.ts';
import { removeWatch } from './watches/remove-watch.ts';
import { resumeWatch } from './watches/resume-watch.ts';
import { tryWatch } from './watches/try-watch.ts';

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
  getField,
  listTeams,
  getTeam,
  listMaturity,
  listDomains,
  getDomain,
  listServers,
  getServer,
  searchChart,
  getImpact,
  getPath,
  listDrift,
  listDocuments,
  getDocument,
  listRevisions,
  getRevision,
  listSchemas,
  getSchema,
  proposePatch,
  listFindings,
  pushDocuments,
  removeSource,
  listChanges,
  atomOfChanges,
  jsonOfChanges,
  streamChanges,
  getGovernance,
  getChangelog,
  getServiceChangelog,
  getRevisionChanges,
  listChecks,
  pushCheck,
  getCheck,
  listDecisions,
  makeDecision,
  revokeDecision,
  tryMessage,
  tryRevisions,
  listWatches,
  createWatch,
  getWatch,
  tryWatch,
  resumeWatch,
  removeWatch,
  getSession,
  signIn,
  signOut,
  setUp,
  signInElsewhere,
  signInBack,
  listSessions,
  endSessions,
  changePassword,
  listUsers,
  createUser,
  changeUser,
  listTokens,
  createToken,
  revokeToken,
  listAudit,
  getFault,
  getOpenApi(() => openApi(operations)),
  getHealth,
  getReadiness,
  getMetrics,
];
