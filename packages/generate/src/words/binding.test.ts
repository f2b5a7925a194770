import { expect, test } from 'vitest';
import { bindingRows } from './binding.ts';

test('a binding is rows of names and values, nested ones joined by dots', () => {
  expect(bindingRows({ topic: 'orders', partitions: 6, topicConfiguration: { 'cleanup.policy': ['delete'] } })).toEqual(
    [
      { path: 'topic', value: 'orders' },
      { path: 'partitions', value: '6' },
      { path: 'topicConfiguration.cleanup.policy', value: 'delete' },
    ],
  );
});

test('durations and sizes are also said in the units people think in', () => {
  expect(
    bindingRows({ 'retention.ms': 604_800_000, 'max.message.bytes': 1_048_576, 'delete.retention.ms': 90_000 }),
  ).toEqual([
    { path: 'retention.ms', value: '604800000', hint: '7 days' },
    { path: 'max.message.bytes', value: '1048576', hint: '1 MiB' },
    { path: 'delete.retention.ms', value: '90000', hint: '1.5 minutes' },
  ]);
});

test('a number without a known unit is left alone, and nothing is dropped', () => {
  expect(bindingRows({ qos: 1, lastWill: {}, keys: [{ a: 1 }], 'retention.ms': -1 })).toEqual([
    { path: 'qos', value: '1' },
    { path: 'lastWill', value: 'empty' },
    { path: 'keys', value: '[{"a":1}]' },
    { path: 'retention.ms', value: '-1' },
  ]);
});
