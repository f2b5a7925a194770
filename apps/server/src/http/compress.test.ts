import { expect, test } from 'vitest';
import { EXAMPLES, serveFolders } from '../test-support.ts';
import { encodingFor } from './compress.ts';

test('a client gets the best encoding that it takes', () => {
  expect(encodingFor('gzip, deflate, br, zstd')).toBe('br');
  expect(encodingFor('gzip;q=1.0, br;q=0')).toBe('gzip');
  expect(encodingFor('*')).toBe('br');
  expect(encodingFor('identity')).toBeUndefined();
  expect(encodingFor(undefined)).toBeUndefined();
});

test('a large answer travels small, says so, and is the same answer', async () => {
  const { url } = await serveFolders(...EXAMPLES);
  const plain = await fetch(`${url}/api/v1/map`, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  const text = await plain.text();
  for (const encoding of ['br', 'gzip']) {
    const small = await fetch(`${url}/api/v1/map`, { headers: { 'accept-encoding': encoding } });
    expect(small.headers.get('content-encoding')).toBe(encoding);
    expect(small.headers.get('vary')).toBe('accept-encoding');
    expect(Number(small.headers.get('content-length'))).toBeLessThan(text.length / 3);
    expect(await small.text()).toBe(text);
  }
});

test('a compressed answer that did not change is not sent again', async () => {
  const { url } = await serveFolders(...EXAMPLES);
  const headers = { 'accept-encoding': 'br' };
  const first = await fetch(`${url}/api/v1/map`, { headers });
  const tag = first.headers.get('etag') as string;
  expect(tag).toMatch(/^W\/"/);
  const second = await fetch(`${url}/api/v1/map`, { headers: { ...headers, 'if-none-match': tag } });
  expect(second.status).toBe(304);
});

test('what is small already, and the stream of changes, stay as they are', async () => {
  const { url } = await serveFolders(...EXAMPLES);
  const headers = { 'accept-encoding': 'br' };
  expect((await fetch(`${url}/healthz`, { headers })).headers.get('content-encoding')).toBeNull();
  const stream = await fetch(`${url}/api/v1/events`, { headers });
  expect(stream.headers.get('content-encoding')).toBeNull();
  await stream.body?.cancel();
});
