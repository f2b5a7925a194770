import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

if (Number.parseInt(process.versions.node, 10) < 24) {
  throw new Error('The tests run on Node 24, the one that ships Portolan: use `npm test -- <filter>`.');
}

const exclude = ['**/node_modules/**', '**/dist/**', '**/.portolan/**', 'corpus/**', 'bench/.peers/**'];

/**
 * Tests that start whole programs wait for processes of a machine that others may be using too. A scenario starts a dozen
 * of them, and five scenarios run at once: what takes 8 s on four idle cores was seen to take more than 60 s on busy ones.
 */
const patient = { testTimeout: 300_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps,tools,examples,bench,action}/**/*.test.{ts,tsx}'],
          exclude,
          testTimeout: 20_000,
          hookTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'scenarios',
          include: ['scenarios/**/*.test.ts'],
          exclude: [...exclude, 'scenarios/pages/**'],
          ...patient,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Two real browsers at most: they share the machine's graphics and its patience.
        test: {
          name: 'pages',
          include: ['scenarios/pages/**/*.test.ts'],
          exclude,
          ...patient,
          globalSetup: ['scenarios/pages/build-portal.ts'],
          maxWorkers: availableParallelism() >= 4 ? 2 : 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
