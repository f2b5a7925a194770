import { afterAll, beforeAll, describe } from 'vitest';
import { accessConformance } from '../conformance/access.ts';
import { restoringConformance } from '../conformance/restoring.ts';
import { reviewConformance } from '../conformance/reviews.ts';
import { sharedStoreConformance } from '../conformance/sharing.ts';
import { storeConformance } from '../conformance/suite.ts';
import { watchConformance } from '../conformance/watches.ts';
import { openPostgres } from './open-postgres.ts';
import { postgresPrograms, startPostgres, type TestServer, WITHOUT_POSTGRES } from './test-support.ts';

describe.skipIf(!postgresPrograms)(`PostgreSQL${postgresPrograms ? '' : ` (${WITHOUT_POSTGRES})`}`, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  async function place() {
    const address = server.address();
    return { open: () => openPostgres(address, { pace: 50 }), dispose: async () => undefined };
  }
  storeConformance('postgres', place);
  restoringConformance('postgres', place);
  accessConformance('postgres', place);
  reviewConformance('postgres', place);
  watchConformance('postgres', place);
  sharedStoreConformance('postgres', place);
});
