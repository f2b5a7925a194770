import { expect, onTestFinished, test, vi } from 'vitest';
import type { ChartEvent } from '../port.ts';
import { catalogOf, document, filled, serve, temporaryFolder } from '../test-support.ts';

/** Follows the changes of a server as a browser would. */
async function follow(url: string, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const response = await fetch(`${url}/api/v1/events`, { headers, signal: abort.signal });
  let text = '';
  let isOver = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array, { stream: true });
    isOver = true;
  })().catch(() => undefined);
  const blocks = () => text.split('\n\n').filter(block => block.startsWith('id: '));
  return {
    response,
    reading,
    text: () => text,
    isOver: () => isOver,
    abort: () => abort.abort(),
    event: (n: number) =>
      vi.waitUntil(() => {
        const block = blocks()[n];
        const [, id, data] = /^id: (.*)\nevent: chart\ndata: (.*)$/.exec(block ?? '') ?? [];
        return id !== undefined && { id, event: JSON.parse(data as string) as ChartEvent };
      }, 8_000) as Promise<{ id: string; event: ChartEvent }>,
  };
}

async function shop(streams = {}) {
  const folder = filled(temporaryFolder(), { 'a.yaml': document('Orders') });
  const catalog = await catalogOf(folder);
  const server = await serve({ catalog, streams });
  return { folder, catalog, server, url: server.url };
}

test('a saved file is told to everybody who follows, with the document and the new digest', async () => {
  const { folder, catalog, url } = await shop();
  const [one, two] = [await follow(url), await follow(url)];
  expect(one.response.headers.get('x-accel-buffering')).toBe('no');
  expect(one.response.headers.get('cache-control')).toContain('no-cache');
  filled(folder, { 'a.yaml': document('Renamed') });
  const { id, event } = await one.event(0);
  const { sequence, digest, documents } = catalog.snapshot();
  expect(id).toBe(String(sequence));
  expect(event).toEqual({ sequence, digest, documents: [...documents.keys()] });
  expect((await two.event(0)).event).toEqual(event);
});

test('who comes back after missing something is told the present state at once, who missed nothing is not', async () => {
  const { catalog, url } = await shop({ heartbeat: 30 });
  const { sequence, digest } = catalog.snapshot();
  const late = await follow(url, { 'last-event-id': '0' });
  expect((await late.event(0)).event).toEqual({ sequence, digest, documents: [] });
  const current = await follow(url, { 'last-event-id': String(sequence) });
  const fresh = await follow(url);
  await vi.waitUntil(() => current.text().includes(':\n\n') && fresh.text().includes(':\n\n'));
  expect(current.text()).not.toContain('event: chart');
  expect(fresh.text()).not.toContain('event: chart');
});

test('comments keep an idle stream alive', async () => {
  const { url } = await shop({ heartbeat: 20 });
  const stream = await follow(url);
  await vi.waitUntil(() => stream.text().split(':\n\n').length > 3);
  expect(stream.text()).toContain('retry: 1000');
});

test('more clients than the limit are refused until one leaves', async () => {
  const { url } = await shop({ clients: 1 });
  const first = await follow(url);
  const second = await fetch(`${url}/api/v1/events`);
  expect(second.status).toBe(503);
  expect(second.headers.get('retry-after')).toBe('1');
  expect(await second.json()).toMatchObject({ code: 'SERVER_BUSY' });
  first.abort();
  await vi.waitUntil(async () => {
    const third = await fetch(`${url}/api/v1/events`);
    await third.body?.cancel();
    return third.status === 200;
  });
});

test('streams end when the server closes, and it does not wait for them', async () => {
  const { server, url } = await shop();
  const stream = await follow(url);
  await server.close();
  await stream.reading;
  expect(stream.isOver()).toBe(true);
  await expect(fetch(url)).rejects.toThrow();
});

test('a client that is gone is forgotten, and its stream is counted as one request', async () => {
  const { url } = await shop({ heartbeat: 20 });
  const stream = await follow(url);
  const count = async () => /portolan_event_streams (\d+)/.exec(await (await fetch(`${url}/metrics`)).text())?.[1];
  expect(await count()).toBe('1');
  stream.abort();
  await vi.waitUntil(async () => (await count()) === '0', 4_000);
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toContain('portolan_http_requests_total{method="GET",route="/api/v1/events",status="200"} 1');
});
