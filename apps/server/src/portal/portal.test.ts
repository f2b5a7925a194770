import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogOf, filled, serve, temporaryFolder } from '../test-support.ts';

/** A server with a built portal in a folder, beside which stands a secret. */
async function portal() {
  const base = filled(temporaryFolder(), {
    'secret.txt': 'swordfish',
    'web/index.html': '<!doctype html><title>Portal</title>',
    'web/assets/app-1a2b3c.js': 'console.log(1)',
    'web/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'web/.env': 'swordfish',
  });
  const webRoot = join(base, 'web');
  const { url } = await serve({ catalog: await catalogOf(temporaryFolder()), webRoot });
  return { url, webRoot, get: (path: string, headers = {}) => fetch(`${url}${path}`, { headers }) };
}

test('pages of the portal are its one page, which is asked for again each time', async () => {
  const { get } = await portal();
  for (const path of [
    '/',
    '/services/orders',
    '/documents/shop%2Forders.yaml',
    '/services/order.service',
    '/index.html',
  ]) {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Portal</title>');
  }
});

test('files with a hash in their names never change; others may', async () => {
  const { get } = await portal();
  const script = await get('/assets/app-1a2b3c.js');
  expect(script.headers.get('content-type')).toContain('javascript');
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const icon = await get('/favicon.svg');
  expect(icon.headers.get('content-type')).toContain('image/svg+xml');
  expect(icon.headers.get('cache-control')).toBe('no-cache');
});

test('a part of a page that is missing is a problem, not the page', async () => {
  const { get } = await portal();
  expect((await get('/assets/gone.js')).status).toBe(404);
  expect((await get('/gone.png', { 'sec-fetch-dest': 'image' })).status).toBe(404);
});

test.each([
  '/..%2Fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/.env',
  '/assets/%2e%2e/.env',
  '/%5c..%5csecret.txt',
])('nothing outside the portal is served: %s', async path => {
  const { get } = await portal();
  expect(await (await get(path)).text()).not.toContain('swordfish');
});

test('the API is never covered by the portal', async () => {
  const { get } = await portal();
  expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' });
  expect((await get('/api/v1/none')).headers.get('content-type')).toContain('problem+json');
});

test('without a built portal a page says how to build it', async () => {
  const { url } = await serve({
    catalog: await catalogOf(temporaryFolder()),
    webRoot: join(temporaryFolder(), 'none'),
  });
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('npm run build');
});
