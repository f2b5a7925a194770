import { expect, test } from 'vitest';
import { chartOf, documentsOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { relate } from './relate.ts';

const TEXTS = {
  'a.json': short({
    title: 'A',
    info: { 'x-owner': 'sales' },
    operations: ['send orders Placed', 'receive bills Paid'],
  }),
  'b.json': short({ title: 'B', info: { 'x-owner': 'finance' }, operations: ['receive orders Placed'] }),
  'c.json': short({ title: 'C', info: { 'x-owner': 'sales' }, operations: ['send bills Paid', 'send orders Placed'] }),
};

test('no documents make an empty chart', () => {
  const { digest, ...rest } = relate([]);
  expect(digest).toMatch(/^sha256:/);
  for (const list of Object.values(rest)) expect(list).toEqual([]);
});

test('the order of the documents makes no difference', async () => {
  const documents = await documentsOf(TEXTS);
  expect(relate(documents.toReversed())).toEqual(relate(documents));
});

test('a chart is frozen through and through, and survives JSON', async () => {
  const chart = await chartOf(TEXTS);
  expect(Object.isFrozen(chart.links[0]?.evidence)).toBe(true);
  expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
});

test('every list is sorted by id', async () => {
  const chart = await chartOf(TEXTS);
  for (const nodes of [chart.services, chart.channels, chart.messages, chart.teams, chart.domains, chart.brokers]) {
    const ids = nodes.map(node => node.id);
    expect(ids).toEqual(ids.toSorted());
  }
});

test('the digest changes when a fact does, and only then', async () => {
  const { digest } = await chartOf(TEXTS);
  const spaced = { ...TEXTS, 'a.json': JSON.stringify(JSON.parse(TEXTS['a.json']), undefined, 4) };
  expect((await chartOf(spaced)).digest).toBe(digest);
  const changed = { ...TEXTS, 'a.json': TEXTS['a.json'].replace('1.0.0', '1.0.1') };
  expect((await chartOf(changed)).digest).not.toBe(digest);
});

test('what is sent belongs to its senders while they agree', async () => {
  const chart = await chartOf(TEXTS);
  expect(chart.channels.map(channel => [channel.id, channel.owner])).toEqual([
    ['bills', 'sales'],
    ['orders', 'sales'],
  ]);
  expect(chart.messages.map(message => [message.id, message.owner])).toEqual([
    ['paid', 'sales'],
    ['placed', 'sales'],
  ]);
  const other = {
    ...TEXTS,
    'd.json': short({ title: 'D', info: { 'x-owner': 'finance' }, operations: ['send orders Placed'] }),
  };
  const disputed = await chartOf(other);
  expect(disputed.channels.map(channel => [channel.id, channel.owner])).toEqual([
    ['bills', 'sales'],
    ['orders', undefined],
  ]);
});

test('what nobody sends belongs to nobody', async () => {
  const chart = await chartOf({ 'b.json': TEXTS['b.json'] });
  expect(chart.channels[0]).not.toHaveProperty('owner');
});

test('an uncertain sender owns what has no other', async () => {
  const doubtful = (title: string) =>
    JSON.stringify({
      ...JSON.parse(short({ title, info: { 'x-owner': title }, operations: ['send orders Placed'] })),
      operations: { receiveOrder: { action: 'send', channel: { $ref: '#/channels/orders' } } },
    });
  expect((await chartOf({ 'x.json': doubtful('X') })).channels[0]?.owner).toBe('x');
  expect((await chartOf({ 'x.json': doubtful('X'), 'c.json': TEXTS['c.json'] })).channels[1]?.owner).toBe('sales');
});
