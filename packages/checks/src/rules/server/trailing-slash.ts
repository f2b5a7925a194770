import { at } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
servers:
  production:
    host: ws.example.com
    protocol: wss
    pathname: /orders
`;

export default rule({
  code: 'SERVER_TRAILING_SLASH',
  severity: 'info',
  sets: ['strict'],
  says: 'The address of server `{server}` ends with a slash.',
  why: 'Clients put the address of a channel behind that of the server. With two slashes between them the place is another one. The specification says nothing about it.',
  help: 'Remove the slash.',
  bad: good.replace('/orders', '/orders/'),
  good,
  server(server, { contract, report }) {
    const { host, pathname = '', id } = server;
    // From 3.0 on, a path of its own may be the root.
    const root = pathname === '/' && !contract.asyncapi?.startsWith('2.');
    if (host.endsWith('/')) report(at(server, 'host'), { server: id });
    else if (pathname.endsWith('/') && !root) report(at(server, 'pathname'), { server: id });
  },
});
