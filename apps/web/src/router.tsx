import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { queryOf } from './api/client.ts';
import {
  channelQuery,
  documentQuery,
  domainQuery,
  fieldQuery,
  mapQuery,
  maturityQuery,
  messageQuery,
  overviewQuery,
  schemaQuery,
  serverQuery,
  serviceQuery,
  teamQuery,
} from './api/queries.ts';
import { ChannelPage } from './pages/channel.tsx';
import { ChannelsPage } from './pages/channels.tsx';
import { DocumentPage } from './pages/document.tsx';
import { DocumentsPage } from './pages/documents.tsx';
import { FindingsPage } from './pages/findings.tsx';
import { HomePage } from './pages/home.tsx';
import { MessagePage } from './pages/message.tsx';
import { MessagesPage } from './pages/messages.tsx';
import { SearchPage } from './pages/search.tsx';
import { ServicePage } from './pages/service.tsx';
import { ServicesPage } from './pages/services.tsx';
import { TeamPage } from './pages/team.tsx';
import { TeamsPage } from './pages/teams.tsx';
import { UnknownPage } from './pages/unknown.tsx';
import { Frame } from './parts/frame.tsx';
import { ProblemView } from './parts/problem-view.tsx';

interface Context {
  readonly client: QueryClient;
}

/** Reads the named parameters of an address; everything else in it is ignored. */
function only<const Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): { [key in Name]?: string } => {
    const found: { [key in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') found[name] = value;
    }
    return found;
  };
}

const root = createRootRouteWithContext<Context>()({ component: Frame, notFoundComponent: UnknownPage });
const getParentRoute = () => root;
const chartFilters = only('q', 'source', 'owner', 'domain', 'protocol');

// Loaders only start the reading, also when a link is pointed at; pages show what is there and wait for the rest.
const home = createRoute({
  getParentRoute,
  path: '/',
  component: HomePage,
  loader: ({ context: { client } }) => void client.prefetchQuery(overviewQuery),
});
const services = createRoute({
  getParentRoute,
  path: '/services',
  component: ServicesPage,
  validateSearch: chartFilters,
});
const service = createRoute({
  getParentRoute,
  path: '/services/$id',
  component: ServicePage,
  loader: ({ context: { client }, params }) => void client.prefetchQuery(serviceQuery(params.id)),
});
const channels = createRoute({
  getParentRoute,
  path: '/channels',
  component: ChannelsPage,
  validateSearch: chartFilters,
});
const channel = createRoute({
  getParentRoute,
  path: '/channels/$id',
  component: ChannelPage,
  loader: ({ context: { client }, params }) => void client.prefetchQuery(channelQuery(params.id)),
});
const messages = createRoute({
  getParentRoute,
  path: '/messages',
  component: MessagesPage,
  validateSearch: chartFilters,
});
const message = createRoute({
  getParentRoute,
  path: '/messages/$id',
  component: MessagePage,
  loader: ({ context: { client }, params }) => void client.prefetchQuery(messageQuery(params.id)),
});
const teams = createRoute({ getParentRoute, path: '/teams', component: TeamsPage });
const team = createRoute({
  getParentRoute,
  path: '/teams/$id',
  component: TeamPage,
  loader: ({ context: { client }, params }) => void client.prefetchQuery(teamQuery(params.id)),
});
const documents = createRoute({
  getParentRoute,
  path: '/documents',
  component: DocumentsPage,
  validateSearch: only('q', 'source', 'severity'),
});
const document = createRoute({
  getParentRoute,
  path: '/documents/$id',
  component: DocumentPage,
  validateSearch: only('file', 'revision'),
  loader: ({ context: { client }, params }) => void client.prefetchQuery(documentQuery(params.id)),
});
const findings = createRoute({
  getParentRoute,
  path: '/findings',
  component: FindingsPage,
  validateSearch: only('severity', 'source', 'document', 'code'),
});
const map = createRoute({
  getParentRoute,
  path: '/map',
  component: lazyRouteComponent(() => import('./pages/map.tsx'), 'MapPage'),
  validateSearch: only(
    'source',
    'owner',
    'domain',
    'protocol',
    'tag',
    'confidence',
    'view',
    'at',
    'colour',
    'from',
    'to',
  ),
  loader: ({ context: { client } }) => void client.prefetchQuery(mapQuery),
});
const field = createRoute({
  getParentRoute,
  path: '/messages/$id/fields/$field',
  component: lazyRouteComponent(() => import('./pages/field.tsx'), 'FieldPage'),
  loader: ({ context: { client }, params }) => void client.prefetchQuery(fieldQuery(params.id, params.field)),
});
const drift = createRoute({
  getParentRoute,
  path: '/drift',
  component: lazyRouteComponent(() => import('./pages/drift.tsx'), 'DriftPage'),
  validateSearch: only('kind', 'owner', 'source', 'q'),
});
const impact = createRoute({
  getParentRoute,
  path: '/impact',
  component: lazyRouteComponent(() => import('./pages/impact.tsx'), 'ImpactPage'),
  validateSearch: only('of', 'field', 'change', 'to', 'values'),
});
const path = createRoute({
  getParentRoute,
  path: '/path',
  component: lazyRouteComponent(() => import('./pages/path.tsx'), 'PathPage'),
  validateSearch: only('from', 'to'),
});
const servers = createRoute({
  getParentRoute,
  path: '/servers',
  component: lazyRouteComponent(() => import('./pages/servers.tsx'), 'ServersPage'),
  validateSearch: only('q', 'protocol'),
});
const server = createRoute({
  getParentRoute,
  path: '/servers/$id',
  component: lazyRouteComponent(() => import('./pages/server.tsx'), 'ServerPage'),
  loader: ({ context: { client }, params }) => void client.prefetchQuery(serverQuery(params.id)),
});
const domains = createRoute({
  getParentRoute,
  path: '/domains',
  component: lazyRouteComponent(() => import('./pages/domains.tsx'), 'DomainsPage'),
  validateSearch: only('q'),
});
const domain = createRoute({
  getParentRoute,
  path: '/domains/$id',
  component: lazyRouteComponent(() => import('./pages/domain.tsx'), 'DomainPage'),
  loader: ({ context: { client }, params }) => void client.prefetchQuery(domainQuery(params.id)),
});
const schema = createRoute({
  getParentRoute,
  path: '/documents/$id/schemas/$schema',
  component: lazyRouteComponent(() => import('./pages/schema.tsx'), 'SchemaPage'),
  loader: ({ context: { client }, params }) => void client.prefetchQuery(schemaQuery(params.id, params.schema)),
});
const edit = createRoute({
  getParentRoute,
  path: '/documents/$id/edit',
  component: lazyRouteComponent(() => import('./pages/edit.tsx'), 'EditPage'),
  validateSearch: only('channel', 'message'),
});
const changes = createRoute({
  getParentRoute,
  path: '/changes',
  component: lazyRouteComponent(() => import('./pages/changes.tsx'), 'ChangesPage'),
  validateSearch: only('since', 'service', 'team', 'channel', 'document'),
});
const revisionChanges = createRoute({
  getParentRoute,
  path: '/documents/$id/changes/$digest',
  component: lazyRouteComponent(() => import('./pages/revision-changes.tsx'), 'RevisionChangesPage'),
  validateSearch: only('against'),
});
const changelog = createRoute({
  getParentRoute,
  path: '/changelog',
  component: lazyRouteComponent(() => import('./pages/changelog.tsx'), 'ChangelogPage'),
  validateSearch: only('service'),
});
const governance = createRoute({
  getParentRoute,
  path: '/governance',
  component: lazyRouteComponent(() => import('./pages/governance.tsx'), 'GovernancePage'),
  validateSearch: only('days'),
});
const checks = createRoute({
  getParentRoute,
  path: '/checks',
  component: lazyRouteComponent(() => import('./pages/checks.tsx'), 'ChecksPage'),
});
const check = createRoute({
  getParentRoute,
  path: '/checks/$id',
  component: lazyRouteComponent(() => import('./pages/check.tsx'), 'CheckPage'),
});
const watches = createRoute({
  getParentRoute,
  path: '/watches',
  component: lazyRouteComponent(() => import('./pages/watches.tsx'), 'WatchesPage'),
  validateSearch: only('service', 'team', 'channel', 'document'),
});
const maturity = createRoute({
  getParentRoute,
  path: '/maturity',
  component: lazyRouteComponent(() => import('./pages/maturity.tsx'), 'MaturityPage'),
  loader: ({ context: { client } }) => void client.prefetchQuery(maturityQuery),
});
const signIn = createRoute({
  getParentRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in.tsx'), 'SignInPage'),
  validateSearch: only('next', 'problem'),
});
const setup = createRoute({
  getParentRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./pages/setup.tsx'), 'SetupPage'),
});
const account = createRoute({
  getParentRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account.tsx'), 'AccountPage'),
});
const users = createRoute({
  getParentRoute,
  path: '/users',
  component: lazyRouteComponent(() => import('./pages/users.tsx'), 'UsersPage'),
});
const user = createRoute({
  getParentRoute,
  path: '/users/$id',
  component: lazyRouteComponent(() => import('./pages/user.tsx'), 'UserPage'),
});
const tokens = createRoute({
  getParentRoute,
  path: '/tokens',
  component: lazyRouteComponent(() => import('./pages/tokens.tsx'), 'TokensPage'),
});
const audit = createRoute({
  getParentRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('./pages/audit.tsx'), 'AuditPage'),
  validateSearch: only('action', 'who', 'subject'),
});
const search = createRoute({ getParentRoute, path: '/search', component: SearchPage, validateSearch: only('q') });

const tree = root.addChildren([
  home,
  services,
  service,
  channels,
  channel,
  messages,
  message,
  teams,
  team,
  documents,
  document,
  findings,
  map,
  field,
  drift,
  impact,
  path,
  servers,
  server,
  domains,
  domain,
  schema,
  edit,
  changes,
  revisionChanges,
  changelog,
  governance,
  checks,
  check,
  watches,
  maturity,
  search,
  signIn,
  setup,
  account,
  users,
  user,
  tokens,
  audit,
]);

/** The router of the portal. Addresses hold plain words: `?q=42` is the text 42. */
export function routerFor(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: ({ error }) => (
      <ProblemView error={error instanceof Error ? error : new Error(String(error))} />
    ),
    parseSearch: text => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: queryOf,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerFor>;
  }
}
