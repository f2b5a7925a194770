import { catalogue } from '@portolan/base';

/** What the server refuses or fails at. */
export const faults = catalogue('SERVER', {
  PORT_IN_USE: {
    status: 500,
    exit: 3,
    retry: true,
    says: 'Port {port} on {host} is taken by another program.',
    help: 'Choose another port with --port, or stop the other program. With --port 0 the system chooses a free one.',
  },
  ADDRESS_REFUSED: {
    status: 500,
    exit: 3,
    retry: false,
    says: 'Portolan cannot listen on {host}, port {port}: {reason}.',
    help: 'Listen on 127.0.0.1 for this machine alone, or on 0.0.0.0 for all of its networks. Ports below 1024 need special rights.',
  },
  PARAMETER_INVALID: {
    status: 400,
    exit: 2,
    retry: false,
    says: 'The parameter `{name}` {reason}.',
    help: 'See the operation in /api/openapi.json for what `{name}` may be.',
  },
  PARAMETER_UNKNOWN: {
    status: 400,
    exit: 2,
    retry: false,
    says: 'There is no parameter `{name}` here.',
    help: 'This operation takes {known}.',
  },
  REQUEST_INVALID: {
    status: 400,
    exit: 2,
    retry: false,
    says: 'The request cannot be understood: {reason}.',
    help: 'Ids in a path are percent-encoded as one segment: a slash in an id is written %2F.',
  },
  HOST_REFUSED: {
    status: 403,
    exit: 2,
    retry: false,
    says: 'Portolan does not answer for the host {host}.',
    help: 'It listens for this machine alone, so ask for http://localhost or http://127.0.0.1 with its port. Behind a proxy, pass one of these as the host.',
  },
  NOT_FOUND: {
    status: 404,
    exit: 2,
    retry: false,
    says: 'There is no {kind} {id}.',
    help: 'It may have been renamed or removed. GET /api/v1/search?q=… finds what there is now.',
  },
  PATH_UNKNOWN: {
    status: 404,
    exit: 2,
    retry: false,
    says: 'There is nothing at {path}.',
    help: 'GET /api/openapi.json describes every path of the API.',
  },
  METHOD_REFUSED: {
    status: 405,
    exit: 2,
    retry: false,
    says: 'The method {method} is not possible at {path}.',
    help: 'This path takes {allowed}. Portolan reads documents from their folders; the API changes nothing.',
  },
  LOADING: {
    status: 503,
    exit: 3,
    retry: true,
    says: 'Portolan is still reading the documents.',
    help: 'Ask again in a second.',
  },
  BUSY: {
    status: 503,
    exit: 3,
    retry: true,
    says: 'Already {limit} clients follow the changes, and no more are taken.',
    help: 'Close pages that are not needed, or ask again later.',
  },
  FAILED: {
    status: 500,
    exit: 3,
    retry: false,
    says: 'Portolan failed at this request.',
    help: 'This is a mistake of Portolan. The log has a line with the request id {request}; please report it.',
  },
});
