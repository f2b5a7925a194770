import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessConformance } from '../conformance/access.ts';
import { restoringConformance } from '../conformance/restoring.ts';
import { reviewConformance } from '../conformance/reviews.ts';
import { storeConformance } from '../conformance/suite.ts';
import { watchConformance } from '../conformance/watches.ts';
import { openSqlite } from './open-sqlite.ts';

async function place() {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-store-'));
  return {
    open: () => openSqlite(join(folder, 'data', 'portolan.db')),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

storeConformance('sqlite', place);
restoringConformance('sqlite', place);
accessConformance('sqlite', place);
reviewConformance('sqlite', place);
watchConformance('sqlite', place);
