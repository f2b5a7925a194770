import { expect, test } from 'vitest';
import { edgeName, wayOnMap } from './way-on-map.ts';

const end = (id: string) => ({ service: id, serviceName: id });

test('a way lights its services, its channels, and the edges in the direction of the messages', () => {
  const way = wayOnMap({
    from: end('a'),
    to: end('c'),
    steps: [
      {
        from: 'a',
        to: 'b',
        fromName: 'A',
        toName: 'B',
        along: true,
        messages: [{ id: 'm', name: 'M', channel: 'one' }],
        channels: [],
        confidence: 'stated',
      },
      {
        from: 'b',
        to: 'c',
        fromName: 'B',
        toName: 'C',
        along: false,
        messages: [],
        channels: ['two'],
        confidence: 'stated',
      },
    ],
  });
  expect([...way.nodes].sort()).toEqual(['channel:one', 'channel:two', 'service:a', 'service:b', 'service:c']);
  expect(way.edges).toEqual(
    new Set([
      edgeName('service:a', 'channel:one'),
      edgeName('channel:one', 'service:b'),
      edgeName('service:c', 'channel:two'),
      edgeName('channel:two', 'service:b'),
    ]),
  );
});
