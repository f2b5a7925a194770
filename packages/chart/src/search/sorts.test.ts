import { expect, test } from 'vitest';
import { counting } from './counting.ts';
import { NO_FACTS } from './facts.ts';
import { createSorts } from './sorts.ts';

const SHOP = { ...NO_FACTS, owner: 'shop', tags: ['retail'] };

test('what is counted alike is one sort, whatever else it has', () => {
  const sorts = createSorts();
  const first = sorts.take('service', SHOP);
  expect(sorts.take('service', { ...SHOP, messages: ['m'] })).toBe(first);
  expect(sorts.take('channel', SHOP)).not.toBe(first);
  expect(sorts.take('service', NO_FACTS)).not.toBe(first);
});

test('things are counted by their sort', () => {
  const sorts = createSorts();
  const [service, channel] = [sorts.take('service', SHOP), sorts.take('channel', NO_FACTS)];
  const tally = sorts.tally();
  for (const sort of [service, channel, service]) tally.add(sort);
  const counted = counting();
  tally.into(counted);
  expect(counted.total()).toBe(3);
  expect(counted.counts.kind.get('service')).toEqual({ times: 2 });
  expect(counted.counts.owner.get('shop')).toEqual({ times: 2 });
  expect(counted.counts.tag.get('retail')).toEqual({ times: 2 });
});

test('a sort that nothing is of any more makes room for another', () => {
  const sorts = createSorts();
  const both = [sorts.take('service', SHOP), sorts.take('service', SHOP)];
  sorts.giveBack(both[0] as number);
  expect(sorts.take('team', SHOP)).not.toBe(both[1]);
  sorts.giveBack(both[1] as number);
  expect(sorts.take('domain', SHOP)).toBe(both[1]);
});
