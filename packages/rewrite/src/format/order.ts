/**
 * The order in which members stand: what a thing is, what people read about it, how it is wired, what it holds. One order
 * for all objects of the specification, so that nobody has to remember several.
 */
const FIRST = [
  ...['asyncapi', '$ref', 'id', 'info', 'action', 'address', 'messageId', 'operationId', 'type', 'name'],
  ...['host', 'url', 'pathname', 'protocol', 'protocolVersion', 'title', 'version', 'summary', 'description'],
  ...['termsOfService', 'contact', 'license', 'email', 'deprecated', 'tags', 'externalDocs', 'defaultContentType'],
  ...['channel', 'servers', 'variables', 'channels', 'operations', 'parameters'],
  ...['contentType', 'schemaFormat', 'schema', 'location', 'correlationId', 'security', 'traits'],
  ...['publish', 'subscribe', 'message', 'messages', 'reply', 'headers', 'payload', 'components'],
];
const LAST = ['bindings', 'examples'];

/** What a schema is called and is. Keywords that hold schemas keep their order, by which the reader names what they hold. */
const FIRST_OF_SCHEMA = ['$schema', '$id', '$ref', 'title', 'type', 'format', 'description'];

/** Members of an object of the specification in their order; what is not listed keeps its place among its like. */
export function inOrder<T>(members: readonly T[], nameOf: (member: T) => string): T[] {
  return sorted(members, nameOf, FIRST, LAST);
}

/** Members of a schema in their order. */
export function inSchemaOrder<T>(members: readonly T[], nameOf: (member: T) => string): T[] {
  return sorted(members, nameOf, FIRST_OF_SCHEMA, []);
}

function sorted<T>(
  members: readonly T[],
  nameOf: (member: T) => string,
  first: readonly string[],
  last: readonly string[],
): T[] {
  const rank = (member: T) => {
    const name = nameOf(member);
    if (first.includes(name)) return first.indexOf(name);
    if (last.includes(name)) return first.length + 1 + last.indexOf(name);
    return name.startsWith('x-') ? first.length + last.length + 1 : first.length;
  };
  return [...members].sort((a, b) => rank(a) - rank(b));
}
