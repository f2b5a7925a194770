import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Stored {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
  readonly author_association: string;
}

/** What goes wrong with a request; `after` it was done, as when an answer is lost on its way. */
export interface Trouble {
  readonly method: string;
  readonly status: number;
  readonly after?: true;
  readonly headers?: Readonly<Record<string, string>>;
  times: number;
}

/** A stand-in for the part of the API of GitHub that comments of pull requests are kept by. */
export interface Host extends AsyncDisposable {
  readonly url: string;
  readonly comments: Stored[];
  /** Method and path of every request. */
  readonly asked: string[];
  readonly trouble: Trouble[];
  /** Called before each list is answered: what others do meanwhile. */
  onList?: () => void;
  add(body: string, more?: Partial<Stored>): Stored;
}

/** Starts one on a free port of this machine. */
export async function commentsHost(): Promise<Host> {
  let last = 0;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
  const host: Host = {
    url,
    comments: [],
    asked: [],
    trouble: [],
    add(body, more = {}) {
      const comment = { id: ++last, body, user: { type: 'Bot' }, author_association: 'NONE', ...more };
      host.comments.push(comment);
      return comment;
    },
    [Symbol.asyncDispose]: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return host;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '' } = request;
    const address = new URL(request.url ?? '', url);
    const body = await text(request);
    host.asked.push(`${method} ${address.pathname}${address.search}`);
    const trouble = host.trouble.find(one => one.method === method && one.times > 0);
    if (trouble) trouble.times--;
    if (request.headers.authorization !== 'Bearer secret') return send(401);
    if (trouble && !trouble.after) return send(trouble.status, trouble.headers);
    const [status, headers, content] = done(method, address, body);
    return trouble ? send(trouble.status) : send(status, headers, content);

    function send(status: number, headers: Readonly<Record<string, string>> = {}, content: unknown = {}): void {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(status === 204 ? undefined : JSON.stringify(content));
    }
  }

  function done(method: string, address: URL, body: string): [number, Record<string, string>, unknown] {
    const one = /^\/api\/v3\/repos\/example\/shop\/issues\/comments\/(\d+)$/.exec(address.pathname);
    const index = one ? host.comments.findIndex(({ id }) => id === Number(one[1])) : -1;
    const found = host.comments[index];
    if (method === 'PATCH' && found) {
      found.body = JSON.parse(body).body;
      return [200, {}, found];
    }
    if (method === 'DELETE' && found) {
      host.comments.splice(index, 1);
      return [204, {}, undefined];
    }
    if (!/^\/api\/v3\/repos\/example\/shop\/issues\/7\/comments$/.test(address.pathname)) return [404, {}, {}];
    if (method === 'POST') return [201, {}, host.add(JSON.parse(body).body)];
    host.onList?.();
    const size = Number(address.searchParams.get('per_page'));
    const page = Number(address.searchParams.get('page') ?? 1);
    const items = host.comments.slice((page - 1) * size, page * size);
    const next = `<${url}/repos/example/shop/issues/7/comments?per_page=${size}&page=${page + 1}>; rel="next"`;
    return [200, page * size < host.comments.length ? { link: `<${url}>; rel="prev", ${next}` } : {}, items];
  }
}
