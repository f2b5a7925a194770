import {
  type ChannelNode,
  type Chart,
  channelInWords,
  definitionsIn,
  index,
  type Link,
  type MessageNode,
  type ServiceNode,
  type Subject,
} from '@portolan/chart';
import type { Shape } from '@portolan/schema';
import type { Charted } from '../documents/charted.ts';

/** Most fields that a description lists, and most characters of a text in it. */
const FIELDS = 120;
const CHARACTERS = 600;

/** A thing in short, as facts. */
export type Description = Readonly<Record<string, unknown>>;

/** What there is to know about a service, a channel or a message: who uses it, whose it is, its fields. */
export function described(charted: Charted, { kind, node }: Subject<'service' | 'channel' | 'message'>): Description {
  const { chart } = charted;
  const told = {
    kind,
    id: node.id,
    name: node.name,
    ...(node.summary !== undefined && { summary: cut(node.summary) }),
    ...(node.description !== undefined && { description: cut(node.description) }),
    ...(node.owner !== undefined && { owner: index(chart).teams.get(node.owner)?.name ?? node.owner }),
    ...(node.domain !== undefined && { domain: node.domain }),
  };
  if (kind === 'service') return { ...told, ...ofService(chart, node) };
  return { ...told, ...(kind === 'channel' ? ofChannel(chart, node) : ofMessage(charted, node)) };
}

/** The same as people read it. */
export function descriptionText(description: Description): string {
  const { kind, name, fields, ...rest } = description;
  const lines = Object.entries(rest).map(([member, value]) => `${member}: ${inWords(value)}`);
  const parts = Array.isArray(fields) ? fields.map(field => `  ${fieldInWords(field)}`) : [];
  return [`${kind} ${name}`, ...lines, ...(parts.length > 0 ? ['fields:', ...parts] : [])].join('\n');
}

function ofService(chart: Chart, { id, version, documents, protocols }: ServiceNode): Description {
  const links = index(chart).linksOfService.get(id) ?? [];
  const uses = (action: Link['action']) =>
    links
      .filter(link => link.action === action)
      .map(link => `${messageName(chart, link)} on ${channelInWords(chart, link.channel)}${doubt(link)}`);
  return { version, protocols, sends: uses('send'), receives: uses('receive'), documents };
}

function ofChannel(chart: Chart, { id, address, protocols, brokers, parameters, messages }: ChannelNode): Description {
  const known = index(chart).messages;
  return {
    address,
    protocols,
    brokers,
    ...(parameters.length > 0 && { parameters: parameters.map(({ name }) => name) }),
    messages: messages.map(message => known.get(message)?.name ?? message),
    ...parties(chart, index(chart).linksOfChannel.get(id) ?? []),
  };
}

function ofMessage({ chart, documents }: Charted, { id, contentType, deprecated, channels }: MessageNode): Description {
  const links = index(chart).linksOfMessage.get(id) ?? [];
  const definitions = definitionsIn(chart, documents);
  const senders = links.filter(({ action }) => action === 'send').flatMap(({ service }) => definitions.of(id, service));
  const all = [...senders, ...definitions.of(id)];
  const [definition] = all.filter(({ places }) => places);
  const fields = [...(definition?.places?.values() ?? [])].flatMap(({ path, shapes, required }) => {
    const [shape] = shapes;
    return path === '' || !shape ? [] : [fieldOf(path, shape, required)];
  });
  return {
    ...(contentType !== undefined && { contentType }),
    ...(deprecated && { deprecated }),
    channels: channels.map(channel => channelInWords(chart, channel)),
    ...parties(chart, links),
    ...(definition && { schema: definition.schema, schemaFrom: definition.document }),
    fields: fields.slice(0, FIELDS),
    ...(fields.length > FIELDS && { fieldsLeftOff: fields.length - FIELDS }),
    ...(!definition && { fieldsUnknown: all[0]?.closed ?? 'no document defines it' }),
  };
}

function fieldOf(path: string, { type, format, description, enum: values, constraints }: Shape, required: boolean) {
  return {
    path,
    type,
    required,
    ...(format !== undefined && { format }),
    ...(values && { enum: values.slice(0, 30) }),
    ...(constraints.length > 0 && { constraints: constraints.map(({ name, value }) => `${name} ${inWords(value)}`) }),
    ...(description !== undefined && { description: cut(description) }),
  };
}

function parties(chart: Chart, links: readonly Link[]) {
  const { services } = index(chart);
  const names = (action: Link['action']) => [
    ...new Set(
      links
        .filter(link => link.action === action)
        .map(link => `${services.get(link.service)?.name ?? link.service}${doubt(link)}`),
    ),
  ];
  return { sentBy: names('send'), receivedBy: names('receive') };
}

function messageName(chart: Chart, { message }: Link): string {
  return message === undefined ? 'unnamed messages' : (index(chart).messages.get(message)?.name ?? message);
}

function doubt({ confidence }: Link): string {
  return confidence === 'uncertain' ? ' (uncertain)' : '';
}

function fieldInWords(field: unknown): string {
  const { path, type, required, enum: values, description } = field as ReturnType<typeof fieldOf>;
  const allowed = values ? `: ${values.map(String).join(', ')}` : '';
  return `${path} (${type}${required ? ', required' : ''})${allowed}${description === undefined ? '' : ` – ${description}`}`;
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function cut(text: string): string {
  return text.length > CHARACTERS ? `${text.slice(0, CHARACTERS)}…` : text;
}
