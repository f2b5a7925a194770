import type { RequestListener } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openRemote } from './remote.ts';
import { type SafeFetchOptions, safeFetch } from './safe-fetch.ts';
import { certificateFor, serve } from './test-support.ts';

const here = { hosts: ['localhost', '127.0.0.1', '::1'], privateHosts: ['localhost', '127.0.0.1', '::1'] };
const text = (body: Uint8Array) => Buffer.from(body).toString();
const saying =
  (words: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(200, headers).end(words);

/** The code of the fault that a request ends with. */
async function refusal(url: string, options: Partial<SafeFetchOptions> = {}): Promise<string> {
  const answer = await safeFetch(url, { ...here, ...options }).catch(error => error);
  return answer.code ?? `answered ${answer.status}`;
}

test('an answer is given with its status, its headers and its body, unpacked', async () => {
  const words = 'a: 1\n'.repeat(100);
  await using plain = await serve(saying(words, { 'content-type': 'text/yaml' }));
  await using zipped = await serve(saying(gzipSync(words), { 'content-encoding': 'gzip' }));
  await using brotli = await serve(saying(brotliCompressSync(words), { 'content-encoding': 'br' }));
  const answer = await safeFetch(`http://localhost:${plain.port}/a.yaml`, here);
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/yaml' } });
  expect(text(answer.body)).toBe(words);
  for (const { port } of [zipped, brotli]) {
    expect(text((await safeFetch(`http://127.0.0.1:${port}/`, here)).body)).toBe(words);
  }
});

test('https is spoken with the host of the address, whose certificate is checked', async () => {
  const tls = certificateFor('schemas.example.com');
  await using server = await serve((request, response) => response.end(request.headers.host), { tls });
  const url = `https://schemas.example.com:${server.port}/`;
  const to = {
    hosts: ['schemas.example.com'],
    privateHosts: ['schemas.example.com'],
    resolve: async () => ['127.0.0.1'],
  };
  const { body } = await safeFetch(url, { ...to, ca: tls.cert });
  expect(text(body)).toBe(`schemas.example.com:${server.port}`);
  expect(await refusal(url, to)).toBe('CONTROL_REMOTE_UNREACHABLE');
  const other = {
    hosts: ['other.example.com'],
    privateHosts: ['other.example.com'],
    resolve: to.resolve,
    ca: tls.cert,
  };
  expect(await refusal(`https://other.example.com:${server.port}/`, other)).toBe('CONTROL_REMOTE_UNREACHABLE');
});

test('only http and https are followed, without credentials', async () => {
  for (const url of ['file:///etc/hosts', 'ftp://localhost/', 'data:,x', 'no url', 'http://me:secret@localhost/']) {
    const error = await safeFetch(url, here).catch(fault => fault);
    expect(error.code, url).toBe('CONTROL_REMOTE_ADDRESS');
    expect(error.message).not.toContain('secret');
  }
});

test('a host that is not listed is not asked, not even for its address', async () => {
  const resolve = () => expect.fail('it was looked up');
  expect(await refusal('http://example.com/', { resolve })).toBe('CONTROL_REMOTE_HOST');
  expect(await refusal('http://localhost.example.com/', { resolve })).toBe('CONTROL_REMOTE_HOST');
});

test('private addresses are refused, however they are written, unless their host is named', async () => {
  await using server = await serve(saying('secret'));
  const hosts = ['localhost', '*.example.com', '127.0.0.1', '::1', '::ffff:7f00:1', '169.254.169.254', '0.0.0.0'];
  const alone = { hosts, privateHosts: [] };
  for (const host of [
    'localhost',
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '169.254.169.254',
    '0',
  ]) {
    expect(await refusal(`http://${host}:${server.port}/`, alone), host).toBe('CONTROL_REMOTE_PRIVATE');
  }
  expect(await refusal(`http://localhost:${server.port}/`)).toBe('answered 200');
});

test('a name that leads to this machine is refused, also when only one of its addresses does', async () => {
  await using server = await serve(saying('secret'));
  const url = `http://schemas.example.com:${server.port}/`;
  for (const addresses of [['127.0.0.1'], ['93.184.215.14', '10.0.0.1'], ['::ffff:10.0.0.1']]) {
    const options = { hosts: ['*.example.com'], resolve: async () => addresses };
    expect(await refusal(url, options)).toBe('CONTROL_REMOTE_PRIVATE');
  }
});

test('a name is looked up once, so that a second answer can lead nowhere else', async () => {
  await using server = await serve(saying('first'));
  let asked = 0;
  const resolve = async () => [asked++ === 0 ? '127.0.0.1' : '127.0.0.2'];
  const hosts = ['rebinding.example.com'];
  const { body } = await safeFetch(`http://rebinding.example.com:${server.port}/`, {
    hosts,
    privateHosts: hosts,
    resolve,
  });
  expect(text(body)).toBe('first');
  expect(asked).toBe(1);
});

test('the loopback address of IPv6 is reached when it is named', async () => {
  await using server = await serve(saying('six'), { address: '::1' });
  expect(text((await safeFetch(`http://[::1]:${server.port}/`, here)).body)).toBe('six');
});

test('redirects are followed three times, and each is checked as the first request was', async () => {
  await using server = await serve((request, response) => {
    const hops = Number(request.url?.slice(1)) || 0;
    if (request.url === '/away') response.writeHead(302, { location: 'http://example.com/' }).end();
    else if (request.url === '/inside')
      response.writeHead(307, { location: `http://127.0.0.1:${server.port}/0` }).end();
    else if (request.url === '/file') response.writeHead(301, { location: 'file:///etc/hosts' }).end();
    else if (hops > 0) response.writeHead(302, { location: `/${hops - 1}` }).end();
    else response.end('there');
  });
  const to = (path: string) => `http://localhost:${server.port}/${path}`;
  const answer = await safeFetch(to('3'), here);
  expect([answer.url, text(answer.body)]).toEqual([to('0'), 'there']);
  expect(await refusal(to('4'))).toBe('CONTROL_REMOTE_REDIRECTS');
  expect(await refusal(to('away'))).toBe('CONTROL_REMOTE_HOST');
  expect(await refusal(to('file'))).toBe('CONTROL_REMOTE_ADDRESS');
  expect(await refusal(to('inside'), { privateHosts: ['localhost'] })).toBe('CONTROL_REMOTE_PRIVATE');
});

test('a redirect to another origin loses the headers that were meant for the first one', async () => {
  await using second = await serve((request, response) => response.end(request.headers.authorization ?? 'nothing'));
  await using first = await serve((_, response) =>
    response.writeHead(307, { location: `http://localhost:${second.port}/` }).end(),
  );
  const headers = { Authorization: 'Bearer abc' };
  const { body } = await safeFetch(`http://localhost:${first.port}/`, { ...here, headers });
  expect(text(body)).toBe('nothing');
});

test('an answer that does not come, or comes drop by drop, is given up', async () => {
  await using silent = await serve(() => {});
  await using slow = await serve((_, response) => {
    response.writeHead(200);
    const drops = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(drops));
  });
  for (const { port } of [silent, slow]) {
    expect(await refusal(`http://localhost:${port}/`, { timeout: 300 })).toBe('CONTROL_REMOTE_TIMEOUT');
  }
  const resolve = () => new Promise<never>(() => {});
  expect(await refusal('http://localhost/', { resolve, timeout: 100 })).toBe('CONTROL_REMOTE_TIMEOUT');
});

test('an answer that is too large is given up, announced or not, packed or not', async () => {
  await using announced = await serve(saying('x'.repeat(2_000)));
  await using endless = await serve((_, response) => {
    response.on('error', () => {});
    const more = () => {
      while (response.write('x'.repeat(10_000)) && !response.destroyed);
    };
    response.on('drain', more);
    more();
  });
  await using bomb = await serve(saying(gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }));
  for (const { port } of [announced, endless, bomb]) {
    expect(await refusal(`http://localhost:${port}/`, { maxBytes: 1_000 })).toBe('CONTROL_REMOTE_TOO_LARGE');
  }
  expect(await refusal(`http://localhost:${bomb.port}/`)).toBe('CONTROL_REMOTE_TOO_LARGE');
});

test('an answer that breaks off, or nobody who answers, is a fault of its own', async () => {
  await using broken = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('x', () => response.destroy());
  });
  await using odd = await serve(saying('x', { 'content-encoding': 'magic' }));
  const gone = await serve(saying('x'));
  await gone[Symbol.asyncDispose]();
  for (const { port } of [broken, odd, gone]) {
    expect(await refusal(`http://localhost:${port}/`)).toBe('CONTROL_REMOTE_UNREACHABLE');
  }
  expect(await refusal('http://nowhere.invalid/', { hosts: ['nowhere.invalid'] })).toBe('CONTROL_REMOTE_UNREACHABLE');
});

test('a file is loaded once in a run, and again after its time', async () => {
  let asked = 0;
  await using server = await serve((_, response) => response.end(`n: ${++asked}`));
  const url = `http://localhost:${server.port}/a.yaml`;
  const once = openRemote(here);
  expect(await Promise.all([once.load(url), once.load(`${url}#/n`), once.load(url)])).toEqual(['n: 1', 'n: 1', 'n: 1']);
  const fresh = openRemote({ ...here, maxAge: 0 });
  expect([await fresh.load(url), await fresh.load(url)]).toEqual(['n: 2', 'n: 3']);
});

test('a host that is not allowed is no fault of a loader, an answer without a file is', async () => {
  await using server = await serve((_, response) => response.writeHead(404).end('no'));
  const remote = openRemote({ ...here, maxFiles: 2 });
  expect(await remote.load('https://example.com/a.yaml')).toBeUndefined();
  expect(await remote.load('no url')).toBeUndefined();
  const failing = (path: string) => remote.load(`http://localhost:${server.port}/${path}`).catch(({ code }) => code);
  expect(await failing('a')).toBe('CONTROL_REMOTE_STATUS');
  expect(await failing('b')).toBe('CONTROL_REMOTE_STATUS');
  expect(await failing('c')).toBe('CONTROL_REMOTE_TOO_MANY');
});

test('no more than six requests run at the same time', async () => {
  let [running, most] = [0, 0];
  await using server = await serve((_, response) => {
    most = Math.max(most, ++running);
    setTimeout(() => {
      running--;
      response.end('x');
    }, 20);
  });
  const remote = openRemote(here);
  const loads = Array.from({ length: 20 }, (_, n) => remote.load(`http://localhost:${server.port}/${n}`));
  expect(await Promise.all(loads)).toHaveLength(20);
  expect(most).toBe(6);
});
