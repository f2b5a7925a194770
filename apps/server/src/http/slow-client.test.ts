import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, test, vi } from 'vitest';
import type { ChartEvent } from '../port.ts';
import { createStreams } from './streams.ts';

const event = (sequence: number): ChartEvent => ({
  digest: `sha256:${'0'.repeat(64)}`,
  sequence,
  documents: [`shop/${sequence}.yaml`],
});

/** The response of a client that reads only when it is told to: the one thing a real socket cannot be made to do. */
function slowResponse() {
  const written: string[] = [];
  let isFull = false;
  const response = Object.assign(new EventEmitter(), {
    writeHead: () => undefined,
    write: (text: string) => {
      written.push(text);
      return !isFull;
    },
    end: vi.fn(),
    destroy: vi.fn(),
  });
  return {
    response: response as unknown as ServerResponse & { end: typeof response.end; destroy: typeof response.destroy },
    events: () => written.filter(text => text.includes('event: chart')),
    fill: () => {
      isFull = true;
    },
    read: () => {
      isFull = false;
      response.emit('drain');
    },
  };
}

test('what a client that does not read has missed waits as one event, however much it is', () => {
  const streams = createStreams();
  const client = slowResponse();
  streams.open(client.response);
  client.fill();
  for (let n = 1; n <= 5_000; n++) streams.tell(event(n));
  expect(client.events()).toHaveLength(1);
  client.read();
  expect(client.events()).toHaveLength(2);
  const last = JSON.parse(/data: (.*)/.exec(client.events()[1] as string)?.[1] as string) as ChartEvent;
  expect(last.sequence).toBe(5_000);
  expect(last.documents).toHaveLength(1_000);
  streams.close();
});

test('a client that reads nothing for too long is let go, and is not waited for at the end', async () => {
  const streams = createStreams({ heartbeat: 5, patience: 10 });
  const stuck = slowResponse();
  const good = slowResponse();
  streams.open(good.response);
  stuck.fill();
  streams.open(stuck.response);
  await vi.waitUntil(() => stuck.response.destroy.mock.calls.length > 0);
  streams.close();
  expect(stuck.response.end).not.toHaveBeenCalled();
  expect(good.response.end).toHaveBeenCalled();
});
