import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How often connections are looked at that became idle meanwhile, in milliseconds. */
const LOOK = 50;

/**
 * Prepares a server for a quick and polite end. What it answers closes everything that carries no request, as soon as it
 * carries none, and the rest after `patience` milliseconds; the returned function stops that.
 *
 * Node counts a connection as idle only when it has carried a request. Browsers open some in advance and never use them.
 */
export function drainable(server: Server): (patience: number) => () => void {
  const unused = new Set<Socket>();
  server.on('connection', socket => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', request => unused.delete(request.socket));

  return patience => {
    const idle = setInterval(() => {
      for (const socket of unused) socket.destroy();
      server.closeIdleConnections();
    }, LOOK);
    const force = setTimeout(() => server.closeAllConnections(), patience);
    return () => {
      clearInterval(idle);
      clearTimeout(force);
    };
  };
}
