import { expect, test } from 'vitest';
import type { Maturity } from '../port.ts';
import { document, EXAMPLES, filled, knownOf, temporaryFolder } from '../test-support.ts';
import { maturities, maturityOf } from './maturity.ts';

const marksOf = ({ marks }: Maturity) => Object.fromEntries(marks.map(({ mark, done, of }) => [mark, `${done}/${of}`]));

test('a team stands on the highest rung that its channels reach, and is told what is missing', async () => {
  const owned = (title: string) => document(title).replace('version: 1.0.0', 'version: 1.0.0, x-owner: sales');
  const hooks = owned('Hooks')
    .replace('kafka.example.com:9092, protocol: kafka', 'hooks.example.com, protocol: https')
    .replace('orders.placed', '/placed');
  const known = await knownOf(filled(temporaryFolder(), { 'hooks.yaml': hooks, 'loose.yaml': document('Loose') }));
  const [sales, nobody] = maturities(known) as [Maturity, Maturity];
  expect(sales).toMatchObject({ team: 'sales', rung: 'webhooks' });
  expect(sales.rungs.find(({ rung }) => rung === 'webhooks')?.channels).toBe(1);
  expect(marksOf(sales)).toEqual({ documented: '0/1', owned: '0/1', versioned: '1/1', tested: '0/1' });
  expect(sales.points).toBe(25);
  expect(sales.marks[0]).toMatchObject({
    mark: 'documented',
    missing: [{ kind: 'service', id: 'hooks', name: 'Hooks' }],
  });
  expect(sales.marks.find(({ mark }) => mark === 'versioned')?.next).toBeUndefined();
  expect(nobody).toMatchObject({ team: '', name: 'No owner', rung: 'brokers' });
});

test('a team that can be reached, and describes, versions and tests what it sends, has done everything', async () => {
  const known = await knownOf(...EXAMPLES);
  const team = known.teams.get('orders-team');
  const maturity = maturityOf(known, team as NonNullable<typeof team>);
  expect(maturity).toMatchObject({ rung: 'brokers', points: 100 });
  expect(maturity.marks.flatMap(({ next }) => next ?? [])).toEqual([]);
});
