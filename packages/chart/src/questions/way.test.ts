import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';
import { reach } from './reach.ts';
import { wayBetween } from './way.ts';

const doubtful = JSON.stringify({
  ...JSON.parse(short({ title: 'Doubt', operations: ['send rumours Heard'] })),
  operations: { receiveRumour: { action: 'send', channel: { $ref: '#/channels/rumours' } } },
});

const chart = await chartOf({
  'a.json': short({ title: 'A', operations: ['send one First'] }),
  'b.json': short({ title: 'B', operations: ['receive one First', 'send two Second'] }),
  'c.json': short({ title: 'C', operations: ['receive two Second'] }),
  'd.json': short({ title: 'D', operations: ['receive one First'] }),
  'e.json': doubtful,
  'f.json': short({ title: 'F', operations: ['receive rumours Heard'] }),
  'g.json': short({ title: 'G', operations: ['send nowhere Lost'] }),
});

function way(from: string, to: string): string | undefined {
  const found = wayBetween(chart, from, to);
  if (!found) return undefined;
  const steps = found.steps.map(
    step => `${step.along ? '→' : '←'} ${step.to} (${step.messages.map(({ name }) => name)})`,
  );
  return [found.direction, ...(found.uncertain ? ['uncertain'] : []), ...steps].join(' ');
}

test('the shortest way along messages', () => {
  expect(way('a', 'c')).toBe('forward → b (First) → c (Second)');
  expect(way('a', 'a')).toBe('forward');
});

test('the other way round, and over others, when nothing flows along', () => {
  expect(way('c', 'a')).toBe('backward ← b (Second) ← a (First)');
  expect(way('c', 'd')).toBe('either ← b (Second) ← a (First) → d (First)');
});

test('a way over uncertain links says so', () => {
  expect(way('doubt', 'f')).toBe('forward uncertain → f (Heard)');
});

test('nothing connects what is alone or unknown', () => {
  expect(way('a', 'g')).toBeUndefined();
  expect(way('a', 'nobody')).toBeUndefined();
});

test('all that a service reaches, each once, with the way there', () => {
  const { dependsOn, dependedOnBy } = reach(chart, 'c');
  expect(dependsOn.map(({ service, depth, through }) => [service, depth, through])).toEqual([
    ['b', 1, 'c'],
    ['a', 2, 'b'],
  ]);
  expect(dependedOnBy).toEqual([]);
  expect(reach(chart, 'a').dependedOnBy.map(({ service, depth }) => [service, depth])).toEqual([
    ['b', 1],
    ['d', 1],
    ['c', 2],
  ]);
});
