import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { queryOf } from './api/client.ts';
import {
  channelQuery,
  documentQuery,
  mapQuery,
  messageQuery,
  overviewQuery,
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
  validateSearch: only('source', 'domain', 'protocol', 'view', 'at', 'colour'),
  loader: ({ context: { client } }) => void client.prefetchQuery(mapQuery),
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
  search,
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
