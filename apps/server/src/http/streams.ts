import type { ServerResponse } from 'node:http';
import { faults } from '../faults.ts';
import type { ChartEvent } from '../port.ts';

/** The open streams of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface Streams {
  /** How many clients follow. */
  readonly size: number;
  /**
   * Starts to stream to a client, with `first` at once when it is given. From time to time it is asked whether the client
   * may still listen; the stream of one who may not ends.
   * @throws SERVER_BUSY when there are too many already
   */
  open(response: ServerResponse, first?: ChartEvent, mayStill?: () => Promise<boolean>): void;
  /** Tells everybody. */
  tell(event: ChartEvent): void;
  /** Ends all streams; clients come back by themselves. */
  close(): void;
}

/** Limits of the streams; times in milliseconds. */
export interface StreamLimits {
  /** Most clients at a time. */
  readonly clients: number;
  /** Between two comments that keep idle connections alive. */
  readonly heartbeat: number;
  /** How long a client may read nothing before it is let go. */
  readonly patience: number;
  /** Between two looks whether a client may still listen. */
  readonly recheck: number;
}

const LIMITS: StreamLimits = { clients: 1_000, heartbeat: 15_000, patience: 60_000, recheck: 60_000 };

/** One client. While it does not read, the events that it missed wait as one: the newest state is all it needs. */
interface Client {
  readonly response: ServerResponse;
  readonly mayStill: (() => Promise<boolean>) | undefined;
  /** When that was asked, in milliseconds of the process clock. */
  askedAt: number;
  waiting?: { readonly newest: ChartEvent; readonly documents: Set<string> };
  /** Since when it does not read, in milliseconds of the process clock. */
  blockedAt?: number;
}

/** Most documents that one waiting event names. */
const MAX_NAMES = 1_000;

export function createStreams(limits: Partial<StreamLimits> = {}): Streams {
  const { clients: most, heartbeat, patience, recheck } = { ...LIMITS, ...limits };
  const clients = new Set<Client>();

  function send(client: Client, text: string): void {
    if (!client.response.write(text)) client.blockedAt ??= performance.now();
  }

  function tellClient(client: Client, event: ChartEvent): void {
    if (client.blockedAt === undefined) send(client, textOf(event));
    else client.waiting = joined(client.waiting?.documents ?? new Set(), event);
  }

  function drained(client: Client): void {
    delete client.blockedAt;
    const { waiting } = client;
    delete client.waiting;
    if (waiting) tellClient(client, { ...waiting.newest, documents: [...waiting.documents] });
  }

  async function ask(client: Client): Promise<void> {
    client.askedAt = performance.now();
    if (client.mayStill && !(await client.mayStill())) client.response.end();
  }

  const beat = setInterval(() => {
    for (const client of clients) {
      if (client.blockedAt === undefined) send(client, ':\n\n');
      else if (performance.now() - client.blockedAt > patience) client.response.destroy();
      if (performance.now() - client.askedAt >= recheck) void ask(client);
    }
  }, heartbeat);
  beat.unref();

  return {
    get size() {
      return clients.size;
    },
    open(response, first, mayStill) {
      if (clients.size >= most) throw faults.BUSY({ limit: most });
      const client: Client = { response, mayStill, askedAt: performance.now() };
      clients.add(client);
      response.on('close', () => clients.delete(client));
      response.on('error', () => clients.delete(client));
      response.on('drain', () => drained(client));
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      });
      // A second until clients come back; the comment makes proxies pass the head on.
      send(client, 'retry: 1000\n: Portolan\n\n');
      if (first) tellClient(client, first);
    },
    tell(event) {
      for (const client of clients) tellClient(client, event);
    },
    close() {
      clearInterval(beat);
      for (const { response, blockedAt } of clients) blockedAt === undefined ? response.end() : response.destroy();
      clients.clear();
    },
  };
}

function joined(documents: Set<string>, newest: ChartEvent): Client['waiting'] {
  for (const document of newest.documents) if (documents.size < MAX_NAMES) documents.add(document);
  return { newest, documents };
}

/** JSON has no line breaks, so nothing in it can begin a field of its own. */
function textOf(event: ChartEvent): string {
  return `id: ${event.sequence}\nevent: chart\ndata: ${JSON.stringify(event)}\n\n`;
}
