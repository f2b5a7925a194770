import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { heedSignOut } from './api/access.ts';
import { Refusal } from './api/client.ts';
import { followChart } from './api/events.ts';
import { isEntrance } from './parts/entrance.tsx';
import { routerFor } from './router.tsx';
import './design/design.css';

const MOST_RETRIES = 4;

function isPassing(error: Error): boolean {
  return !(error instanceof Refusal) || error.problem.status === 0 || error.problem.status === 503;
}

const heed = (error: Error) => heedSignOut(client, error);

const client = new QueryClient({
  queryCache: new QueryCache({ onError: heed }),
  mutationCache: new MutationCache({ onError: heed }),
  defaultOptions: {
    queries: {
      // The server says when something changed; until then what was read stays true.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      // What was refused for a reason is refused again; an absent server, or one that is still loading, may answer yet.
      retry: (failures, error) => isPassing(error) && failures < MOST_RETRIES,
    },
  },
});

// Before one is inside there is nothing to follow; the sign-in loads the page anew.
if (!isEntrance(window.location.pathname)) followChart(client);

const place = document.getElementById('portal');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={routerFor(client)} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
