/**
 * Headers that belong to a protocol and not to an application, by the family of the protocol, in lower case: the fields
 * of RFC 9110, 9112 and 6455 that the connection itself needs, and the header fields of Jakarta Messaging 3.1,
 * section 3.4. Protocols without an entry have none that could be taken for one of an application.
 */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  http: [
    'connection',
    'content-length',
    'content-type',
    'host',
    'keep-alive',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
  ],
  ws: [
    'connection',
    'host',
    'sec-websocket-accept',
    'sec-websocket-extensions',
    'sec-websocket-key',
    'sec-websocket-protocol',
    'sec-websocket-version',
    'upgrade',
  ],
  jms: [
    'jmscorrelationid',
    'jmsdeliverymode',
    'jmsdeliverytime',
    'jmsdestination',
    'jmsexpiration',
    'jmsmessageid',
    'jmspriority',
    'jmsredelivered',
    'jmsreplyto',
    'jmstimestamp',
    'jmstype',
  ],
};

/** Whether a header is one of the protocol's own; names are compared without regard to case, as HTTP does. */
export function isProtocolHeader(family: string, name: string): boolean {
  return HEADERS[family]?.includes(name.toLowerCase()) ?? false;
}

/** Whether a protocol has headers of its own that could be taken for those of an application. */
export function hasHeaders(family: string): boolean {
  return family in HEADERS;
}
