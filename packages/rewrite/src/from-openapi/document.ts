import type { Channel, Contract, Extensions, Message, MessageId, Operation, Server } from '@portolan/contract';
import { keysFor, referenceTo } from './keys.ts';
import { schemaComponents } from './schemas.ts';
import { schemesOf } from './security.ts';

/** What the parts of a document need to name each other. */
interface Names {
  readonly servers: ReadonlyMap<string, string>;
  readonly messages: ReadonlyMap<string, string>;
  readonly schemas: ReadonlyMap<string, string>;
}

/** The facts of a Contract as a document of AsyncAPI 3.1, in the order that people write one. */
export function documentOf(contract: Contract): Record<string, unknown> {
  const servers = serversInUse(contract);
  const names: Names = {
    servers: serverKeys(servers),
    messages: keysFor(contract.messages.map(({ id }) => id)),
    schemas: keysFor(contract.schemas.map(({ id }) => id)),
  };
  const { components: securitySchemes, references } = schemesOf(contract);
  const components = filled({
    messages: Object.fromEntries(contract.messages.map(one => [names.messages.get(one.id), messageOf(one, names)])),
    schemas: schemaComponents(contract.schemas, names.schemas),
    securitySchemes,
  });
  return said({
    asyncapi: '3.1.0',
    ...contract.extensions,
    id: contract.id,
    info: infoOf(contract),
    servers: filled(Object.fromEntries(servers.map(server => [names.servers.get(server.id), serverOf(server)]))),
    defaultContentType: contract.defaultContentType,
    channels: filled(Object.fromEntries(contract.channels.map(channel => [channel.id, channelOf(channel, names)]))),
    operations: filled(
      Object.fromEntries(
        contract.operations.map(one => [one.id, { ...operationOf(one, names), ...security(references(one.security)) }]),
      ),
    ),
    components,
  });
}

/** Servers that a channel is on. Where OpenAPI is called is no place where webhooks go. */
export function serversInUse({ servers, channels }: Contract): readonly Server[] {
  const everywhere = channels.some(channel => channel.servers.length === 0 && !channel.elsewhere && channel.address);
  const named = new Set(channels.flatMap(channel => channel.servers));
  return everywhere ? servers : servers.filter(({ id }) => named.has(id));
}

/** Names of servers, in which AsyncAPI allows no dots. */
export function serverKeys(servers: readonly Server[]): ReadonlyMap<string, string> {
  return keysFor(
    servers.map(({ id }) => id),
    id => id.replaceAll('.', '-'),
  );
}

function infoOf({ info }: Contract) {
  const { title, version, description, termsOfService, contact, license } = info;
  return said({ title, version, description, termsOfService, contact, license, ...groupedBy(info) });
}

function serverOf(server: Server) {
  const { host, pathname, protocol, protocolVersion, variables } = server;
  const named = variables.map(({ name, default: usual, enum: allowed, examples, description }) => [
    name,
    said({ default: usual, enum: allowed, examples, description }),
  ]);
  return said({
    host,
    pathname,
    protocol,
    protocolVersion,
    ...wordsOf(server),
    variables: filled(Object.fromEntries(named)),
  });
}

function channelOf(channel: Channel, { servers, messages }: Names) {
  const parameters = channel.parameters.map(({ name, origin: _, ...facts }) => [name, facts]);
  return said({
    // Only who sends a callback can work its expression out; for AsyncAPI such an address is unknown.
    address: channel.elsewhere ? null : channel.address,
    ...wordsOf(channel),
    servers: listed(channel.servers.map(id => referenceTo('servers', servers.get(id) ?? id))),
    parameters: filled(Object.fromEntries(parameters)),
    messages: filled(
      Object.fromEntries(
        channel.messages.map(id => [messages.get(id), referenceTo('components', 'messages', messages.get(id) ?? id)]),
      ),
    ),
  });
}

function operationOf(operation: Operation, { messages }: Names) {
  const { action, channel, reply } = operation;
  const on = (place: string) => (id: MessageId) => referenceTo('channels', place, 'messages', messages.get(id) ?? id);
  return said({
    action,
    channel: referenceTo('channels', channel),
    ...wordsOf(operation),
    messages: operation.messages.map(on(channel)),
    reply:
      reply?.channel === undefined
        ? undefined
        : { channel: referenceTo('channels', reply.channel), messages: reply.messages.map(on(reply.channel)) },
  });
}

function messageOf(message: Message, { schemas }: Names) {
  const { name, contentType, payload, headers, correlationId, deprecated } = message;
  const schemaAt = (id: string | undefined) =>
    id === undefined ? undefined : referenceTo('components', 'schemas', schemas.get(id) ?? id);
  return said({
    name,
    ...wordsOf(message),
    contentType,
    headers: schemaAt(headers),
    payload: schemaAt(payload),
    correlationId,
    deprecated,
    examples: listed(message.examples.map(({ origin: _, ...example }) => example)),
  });
}

/** Things with words and bindings: all but the application. */
function wordsOf(thing: Server | Channel | Operation | Message) {
  const { title, summary, description, bindings } = thing;
  return { title, summary, description, ...groupedBy(thing), bindings: filled(bindings) };
}

function groupedBy({ tags, externalDocs, extensions }: Pick<Channel, 'tags' | 'externalDocs' | 'extensions'>) {
  return { tags: listed(tags), externalDocs, ...(extensions satisfies Extensions) };
}

function security(references: readonly unknown[]) {
  return references.length > 0 ? { security: references } : {};
}

/** Without members that say nothing. */
function said(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function filled(map: Readonly<Record<string, unknown>>) {
  return Object.keys(map).length > 0 ? map : undefined;
}

function listed(list: readonly unknown[]) {
  return list.length > 0 ? list : undefined;
}
