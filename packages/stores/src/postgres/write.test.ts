import { expect, test } from 'vitest';
import { revisionOf } from '../conformance/drafts.ts';
import { addressOf } from './address.ts';
import { type Connections, connectionsTo } from './connections.ts';
import { migrate } from './migrations.ts';
import { statements } from './statements.ts';
import { postgresPrograms, startPostgres, WITHOUT_POSTGRES } from './test-support.ts';
import { writeAll } from './write.ts';

const name = 'when the answer to a commit is lost, the next try finds it done and answers with what was written';
test(postgresPrograms ? name : `${name} (${WITHOUT_POSTGRES})`, { skip: !postgresPrograms }, async () => {
  await using server = await startPostgres();
  const address = addressOf(server.address());
  const connections = connectionsTo(address, 5_000);
  await migrate(connections, address.schema);
  let lost = 0;
  const unlucky: Connections = {
    ...connections,
    async transaction(work) {
      const result = await connections.transaction(work);
      if (lost++ === 0) throw new Error('Connection terminated unexpectedly');
      return result;
    },
  };
  const sql = statements(address.schema);
  const calls = ['one', 'two', 'one'].map(text => [revisionOf('shop/a.yaml', { 'a.yaml': text })]);
  const answers = await writeAll(unlucky, sql, calls);
  expect(lost).toBe(2);
  expect(answers.flat().map(entry => entry.sequence)).toEqual([1, 2, 3]);
  expect(await connections.read(sql.sequence)).toEqual([{ sequence: '3' }]);
  await connections.close();
});
