import { FACETS, SEARCH_KINDS } from '@portolan/chart';
import { anything, boolean, dictionary, integer, list, nullable, object, ref, string, words } from '../json-schema.ts';

const described = object({ document: string, id: string, origin: ref('Origin') });

const service = {
  required: {
    id: string,
    name: string,
    version: string,
    source: string,
    documents: list(string),
    protocols: list(string),
    tags: list(string),
  },
  optional: { summary: string, description: string, owner: string, domain: string },
};

const channel = {
  required: {
    id: string,
    address: nullable(string),
    name: string,
    protocols: list(string),
    brokers: list(string),
    messages: list(string),
    parameters: list(object({ name: string }, { description: string })),
    bindings: dictionary(anything),
    described: list(described),
    tags: list(string),
  },
  optional: { summary: string, description: string, owner: string, domain: string },
};

const message = {
  required: { id: string, name: string, channels: list(string), described: list(described), tags: list(string) },
  optional: {
    title: string,
    summary: string,
    description: string,
    contentType: string,
    owner: string,
    domain: string,
    deprecated: boolean,
  },
};

const parties = { senders: integer, receivers: integer };
const ownerName = { ownerName: string };
const team = { required: { id: string, name: string }, optional: { email: string, url: string } };

/** Nodes and links of the chart, as lists and pages show them. */
export const chartSchemas = {
  ServiceSummary: object(
    { ...service.required, sends: integer, receives: integer, findings: ref('FindingCounts') },
    { ...service.optional, ...ownerName },
  ),
  ChannelSummary: object({ ...channel.required, ...parties }, { ...channel.optional, ...ownerName }),
  MessageSummary: object(
    { ...message.required, ...parties },
    { ...message.optional, ...ownerName, payloadFormat: string },
  ),
  TeamNode: object(team.required, team.optional),
  TeamSummary: object(
    { ...team.required, services: integer, channels: integer, messages: integer, findings: ref('FindingCounts') },
    team.optional,
  ),
  BrokerNode: object({ id: string, host: string, protocol: string, names: list(string) }),
  DirectionEvidence: object(
    {
      kind: words(
        'verb',
        'settled',
        'operation-id',
        'consumer-group',
        'summary',
        'description',
        'channel-key',
        'address',
        'other-documents',
        'other-verbs',
        'infrastructure',
      ),
      says: string,
      points: ref('Action'),
    },
    { origin: ref('Origin') },
  ),
  LinkEvidence: object(
    {
      kind: words('document'),
      document: string,
      operation: string,
      verb: string,
      origin: ref('Origin'),
      direction: list(ref('DirectionEvidence')),
    },
    { reply: boolean },
  ),
  LinkView: object(
    {
      service: string,
      action: ref('Action'),
      channel: string,
      confidence: ref('Confidence'),
      evidence: list(ref('LinkEvidence')),
      serviceName: string,
      channelName: string,
      channelAddress: nullable(string),
    },
    {
      message: string,
      messageName: string,
      fields: list(string),
      owner: string,
      ownerName: string,
      through: object({ channel: string }, { message: string }),
      throughName: string,
    },
  ),
  CoverView: object({
    way: words('takes-in', 'taken-in-by'),
    channel: string,
    name: string,
    by: words('wildcard', 'values', 'parameter'),
    confidence: words('stated', 'uncertain'),
    says: string,
  }),
  Dependency: object({
    service: string,
    serviceName: string,
    messages: list(object({ id: string, name: string, channel: string })),
    channels: list(string),
    confidence: ref('Confidence'),
  }),
  MapNode: object(
    { kind: words('service', 'channel'), id: string, name: string, protocols: list(string), tags: list(string) },
    { source: string, domain: string, owner: string, messages: list(string) },
  ),
  MapEdge: object({
    service: string,
    channel: string,
    action: ref('Action'),
    confidence: ref('Confidence'),
    messages: list(string),
  }),
  SearchHit: object(
    { kind: words(...SEARCH_KINDS), id: string, name: string, context: string, score: { type: 'number' } },
    { document: string },
  ),
  SearchResults: object({
    items: list(ref('SearchHit')),
    total: integer,
    facets: list(
      object({
        filter: words(...FACETS),
        values: list(object({ value: string, count: integer }, { name: string })),
      }),
    ),
    notes: list(string),
    suggestions: list(object({ query: string, part: string }, { name: string, count: integer })),
  }),
};
