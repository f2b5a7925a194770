import { request as rawRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Page, Problem, ServiceSummary } from '../port.ts';
import { catalogOf, document, filled, serve, serveFolders, temporaryFolder } from '../test-support.ts';

/** A server over a folder with these services. */
async function shop(...names: readonly string[]) {
  const files = Object.fromEntries(names.map(name => [`${name}.yaml`, document(name)]));
  return await serveFolders(filled(temporaryFolder(), files));
}

/** A request with headers that `fetch` does not let one choose. */
function raw(url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = rawRequest(url, { headers }, response => {
      let body = '';
      response.on('data', chunk => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('entity tags', () => {
  test('an answer that is at hand already is not sent again', async () => {
    const { url } = await shop('Orders');
    const first = await fetch(`${url}/api/v1/services`);
    const tag = first.headers.get('etag') as string;
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    for (const named of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await fetch(`${url}/api/v1/services`, { headers: { 'if-none-match': named } });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(tag);
      expect(await again.text()).toBe('');
    }
    const other = await fetch(`${url}/api/v1/services?q=x`, { headers: { 'if-none-match': tag } });
    expect(other.status).toBe(200);
  });

  test('the order of parameters is no difference, and a change of a document is one', async () => {
    const folder = filled(temporaryFolder(), { 'a.yaml': document('Orders') });
    const catalog = await catalogOf(folder);
    const { url } = await serve({ catalog });
    const tagOf = async (path: string) => (await fetch(`${url}${path}`)).headers.get('etag');
    const before = await tagOf('/api/v1/services?q=a&limit=5');
    expect(await tagOf('/api/v1/services?limit=5&q=a')).toBe(before);
    const changed = new Promise(resolve => catalog.onChange(resolve));
    filled(folder, { 'a.yaml': `${document('Orders')}# only a comment\n` });
    await changed;
    expect(await tagOf('/api/v1/services?q=a&limit=5')).not.toBe(before);
  });
});

describe('lists', () => {
  const names = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'];

  test('are read page by page, each item once', async () => {
    const { url } = await shop(...names);
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const query = new URLSearchParams({ limit: '2', ...(next && { cursor: next }) });
      const page = (await (await fetch(`${url}/api/v1/services?${query}`)).json()) as Page<ServiceSummary>;
      expect(page.total).toBe(5);
      seen.push(...page.items.map(item => item.name));
      next = page.next;
    } while (next !== undefined);
    expect(seen.sort()).toEqual(names);
  });

  test('say which parameter is wrong and why', async () => {
    const { url } = await shop('Orders');
    const problem = async (query: string) => {
      const response = await fetch(`${url}/api/v1/${query}`);
      expect(response.status).toBe(400);
      return ((await response.json()) as Problem).detail;
    };
    expect(await problem('services?limit=501')).toBe('The parameter `limit` has to be a whole number from 1 to 500.');
    expect(await problem('services?limit=2.5')).toContain('`limit`');
    expect(await problem('services?q=a&q=b')).toBe('The parameter `q` is given more than once.');
    expect(await problem('services?cursor=abc')).toContain('`cursor`');
    expect(await problem('findings?severity=bad')).toContain('has to be one of error, warning, info');
    expect(await problem('search')).toBe('The parameter `q` is missing.');
    expect(await problem('services?sort=name')).toBe('There is no parameter `sort` here.');
  });
});

describe('refusals', () => {
  test('an unknown path of the API is a problem, not a page', async () => {
    const { url } = await shop('Orders');
    for (const path of ['/api', '/api/v1', '/api/v1/nothing', '/api/v2/services', '/metrics/x']) {
      const response = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'SERVER_PATH_UNKNOWN', instance: path });
    }
  });

  test('another method is refused with those that are possible', async () => {
    const { url } = await shop('Orders');
    const response = await fetch(`${url}/api/v1/services/orders`, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await response.json()).toMatchObject({ code: 'SERVER_METHOD_REFUSED' });
    const stream = await fetch(`${url}/api/v1/events`, { method: 'HEAD' });
    expect(stream.status).toBe(405);
    expect(stream.headers.get('allow')).toBe('GET');
  });

  test('HEAD answers the head of GET', async () => {
    const { url } = await shop('Orders');
    const head = await fetch(`${url}/api/v1/overview`, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe((await fetch(`${url}/api/v1/overview`)).headers.get('etag'));
  });

  test('a URL that cannot be decoded, a large body, and an id of any length are refused in words', async () => {
    const { url } = await shop('Orders');
    const broken = await raw(`${url}/api/v1/services/%E0%A4%A`, {});
    expect(broken.status).toBe(400);
    expect(JSON.parse(broken.body)).toMatchObject({ code: 'SERVER_REQUEST_INVALID', status: 400 });
    const long = await fetch(`${url}/api/v1/services/${'x'.repeat(3_000)}`);
    expect(await long.json()).toMatchObject({ code: 'SERVER_PARAMETER_INVALID' });
    const body = await fetch(`${url}/api/v1/services`, { method: 'POST', body: 'x'.repeat(100_000) });
    expect([400, 405, 413, 415]).toContain(body.status);
    expect(body.headers.get('content-type')).toContain('application/problem+json');
  });

  test('what nobody foresaw is SERVER_FAILED: its words are in the log and not in the answer', async () => {
    const catalog = await catalogOf(filled(temporaryFolder(), { 'a.yaml': document('Orders') }));
    const errors: object[] = [];
    const log = { info: () => undefined, warn: () => undefined, error: (facts: object) => errors.push(facts) };
    const broken = { ...catalog, text: () => Promise.reject(new Error('secret words')) };
    const { url } = await serve({ catalog: broken, log });
    const [id] = [...catalog.snapshot().documents.keys()] as [string];
    const response = await fetch(`${url}/api/v1/documents/${encodeURIComponent(id)}?`);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'SERVER_FAILED' });
    expect(text).not.toContain('secret words');
    expect(errors).toMatchObject([{ error: { message: 'secret words' } }]);
    expect(response.headers.get('etag')).toBeNull();
  });
});

describe('guards', () => {
  test('only names of this machine are answered, whatever a name on the internet points to', async () => {
    const { url } = await shop('Orders');
    const { port } = new URL(url);
    const status = async (host: string) => (await raw(`${url}/api/v1/overview`, { host })).status;
    expect(await status(`localhost:${port}`)).toBe(200);
    expect(await status(`127.0.0.1:${port}`)).toBe(200);
    expect(await status(`[::1]:${port}`)).toBe(200);
    expect(await status('LOCALHOST')).toBe(200);
    for (const host of [
      'evil.example.com',
      `evil.example.com:${port}`,
      'localhost.evil.example.com',
      '127.0.0.1.nip.example',
    ]) {
      expect(await status(host)).toBe(403);
    }
    const { body } = await raw(`${url}/`, { host: 'evil.example.com' });
    expect(JSON.parse(body)).toMatchObject({ code: 'SERVER_HOST_REFUSED' });
  });

  test('further names can be allowed', async () => {
    const catalog = await catalogOf(filled(temporaryFolder(), { 'a.yaml': document('Orders') }));
    const { url } = await serve({ catalog, hosts: ['portolan.example.com'] });
    expect((await raw(`${url}/healthz`, { host: 'portolan.example.com' })).status).toBe(200);
  });

  test('every answer tells browsers what they may do with it', async () => {
    const { url } = await shop('Orders');
    for (const path of ['/', '/api/v1/overview', '/api/v1/none', '/healthz', '/api/v1/events']) {
      const { headers, body } = await fetch(`${url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      await body?.cancel();
    }
  });
});

describe('what operators see', () => {
  test('one line per request, without what was asked for', async () => {
    const lines: object[] = [];
    const note = (facts: object) => lines.push(facts);
    const catalog = await catalogOf(filled(temporaryFolder(), { 'a.yaml': document('Orders') }));
    const { url } = await serve({ catalog, log: { info: note, warn: note, error: note } });
    await (await fetch(`${url}/api/v1/search?q=my-secret`)).text();
    const answered = lines.filter(line => 'path' in line);
    expect(answered).toMatchObject([{ method: 'GET', path: '/api/v1/search', status: 200, ms: expect.any(Number) }]);
    expect(JSON.stringify(lines)).not.toContain('my-secret');
  });

  test('metrics count requests by route and show the chart', async () => {
    const { url } = await shop('Orders', 'Billing');
    await (await fetch(`${url}/api/v1/services/none`)).text();
    await (await fetch(`${url}/api/v1/services/neither`)).text();
    await (await fetch(`${url}/nowhere`)).text();
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('portolan_http_requests_total{method="GET",route="/api/v1/services/{id}",status="404"} 2');
    expect(text).toContain('portolan_http_requests_total{method="GET",route="portal",status="200"} 1');
    expect(text).toContain('portolan_documents 2');
    expect(text).toContain('portolan_services 2');
    expect(text).toMatch(/portolan_findings\{severity="warning"\} \d+/);
    expect(text).toContain('portolan_chart_rebuild_duration_seconds_count 1');
    expect(text).toContain('process_cpu_seconds_total');
  });
});
