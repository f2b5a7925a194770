import { may, must, type NumberKind, named, oneOf } from '../kinds.ts';
import { protocol } from './protocol.ts';

const statusCode: NumberKind = { is: 'number', integer: true, min: 100, max: 599 };
const query = may(named('PropertiesSchema'), 'What the query parameters look like.');
const headers = may(named('PropertiesSchema'), 'What the HTTP headers look like.');

export const http = protocol('HTTP', ['0.1.0', '0.2.0', '0.3.0'], {
  operation: {
    type: must(oneOf('request', 'response'), 'Whether it is the request or the response.', { until: '0.1.0' }),
    method: may(
      oneOf('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE'),
      'The method of the request.',
    ),
    query,
  },
  message: { headers, statusCode: may(statusCode, 'The status of the response.', { since: '0.3.0' }) },
});

export const webSockets = protocol('WebSockets', ['0.1.0'], {
  channel: { method: may(oneOf('GET', 'POST'), 'The method of the request that opens it.'), query, headers },
});
