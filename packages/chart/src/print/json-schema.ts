import { SEVERITIES } from '@portolan/base';
import { CHART_SHAPE } from './json.ts';

type Members = Readonly<Record<string, object>>;

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const action = { enum: ['send', 'receive'] };

const origin = object('Where a fact stands.', {
  source: { ...text, description: 'Location of the file.' },
  pointer: { ...text, description: 'JSON pointer (RFC 6901) into the file; empty for the whole of it.' },
});

const described = {
  type: 'array',
  description: 'The definition in each document that has one.',
  items: object('A document’s own definition.', {
    document: text,
    id: { ...text, description: 'Its id in that document.' },
    origin,
  }),
};

const told = { summary: text, description: text };
const belonging = {
  owner: { ...text, description: 'Id of the team.' },
  domain: { ...text, description: 'Id of the domain.' },
};

const service = object(
  'An application: what one or more documents describe.',
  { id: text, name: text, version: text, source: text, documents: texts, protocols: texts, tags: texts },
  { ...told, ...belonging },
);

const channel = object(
  'One address on one broker, or on several that documents name as equals.',
  {
    id: text,
    address: { type: ['string', 'null'], description: 'Null when no document knows it.' },
    name: text,
    protocols: texts,
    brokers: texts,
    messages: texts,
    parameters: { type: 'array', items: object('A parameter of the address.', { name: text }, { description: text }) },
    bindings: { type: 'object', description: 'Binding objects by protocol, as written.' },
    described,
    tags: texts,
  },
  { ...told, ...belonging },
);

const message = object(
  'A message as all documents together know it.',
  { id: text, name: text, channels: texts, described, tags: texts },
  { title: text, ...told, contentType: text, deprecated: { type: 'boolean' }, ...belonging },
);

const evidence = object(
  'Why a link is believed.',
  {
    kind: { enum: ['document'] },
    document: text,
    operation: text,
    verb: { ...text, description: 'The word the author wrote.' },
    origin,
    direction: {
      type: 'array',
      items: object(
        'What was seen, and which way it points.',
        {
          kind: {
            enum: [
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
            ],
          },
          says: text,
          points: action,
        },
        { origin },
      ),
    },
  },
  { reply: { const: true, description: 'The link is the reply: it flows against the operation.' } },
);

const link = object(
  'A service sends or receives a message on a channel.',
  {
    service: text,
    action,
    channel: text,
    confidence: { enum: ['stated', 'supported', 'uncertain'] },
    evidence: { type: 'array', items: evidence },
  },
  {
    message: { ...text, description: 'Absent when no document of the service says which.' },
    fields: { ...texts, description: 'Of a receiver: paths of the fields that its own schema names.' },
    through: object(
      'The service receives from this channel, whose address takes in that of the link.',
      { channel: text },
      { message: { ...text, description: 'What its own documents define there.' } },
    ),
  },
);

const cover = object(
  'A channel whose address is a pattern takes in another: what is sent there arrives at its receivers too.',
  {
    channel: { ...text, description: 'The one whose address is the pattern.' },
    covered: text,
    by: {
      enum: ['wildcard', 'values', 'parameter'],
      description: 'What makes it so; links follow from wildcards and listed values alone.',
    },
    confidence: { enum: ['stated', 'uncertain'] },
    says: { ...text, description: 'One sentence that tells it, without its end.' },
  },
);

const finding = object(
  'What only the whole shows.',
  {
    code: { ...text, pattern: '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$' },
    severity: { enum: SEVERITIES },
    message: text,
    help: text,
    origin,
    document: { ...text, description: 'Id of the document that the origin is in.' },
  },
  { related: { type: 'array', items: object('A second place that explains it.', { message: text, origin }) } },
);

/** Where documents and the evidence beside them differ, as a JSON Schema. */
export const driftJsonSchema = {
  type: 'array',
  description: 'Where documents and what really is there differ. Absent without evidence beside the documents.',
  items: object(
    'One difference.',
    {
      kind: {
        enum: [
          'channel-absent',
          'channel-undocumented',
          'channel-dead',
          'sender-orphaned',
          'receiver-orphaned',
          'owners-differ',
          'sender-undocumented',
          'receiver-undocumented',
          'sender-unknown',
          'receiver-unknown',
          'sender-absent',
          'receiver-absent',
        ],
      },
      says: { ...text, description: 'One sentence that tells it.' },
      address: text,
      origin,
    },
    {
      channel: { ...text, description: 'Absent for a channel that no document has.' },
      service: text,
      who: { ...text, description: 'Who uses the channel, by the name that the infrastructure has for them.' },
      meant: { ...text, description: 'What was probably meant: an address, a service.' },
      document: { ...text, description: 'The document that the origin is in; absent for a file of evidence.' },
    },
  ),
};

/** What `printChartJson` writes, as a JSON Schema for those who read it. */
export const chartJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A Portolan chart',
  ...object(
    'Who sends what to whom. Lists are sorted by id; every reference is the id of something in the chart.',
    {
      portolan: { const: CHART_SHAPE },
      digest: { ...text, pattern: '^sha256:[0-9a-f]{64}$', description: 'Equal for equal charts.' },
      services: { type: 'array', items: service },
      channels: { type: 'array', items: channel },
      messages: { type: 'array', items: message },
      links: { type: 'array', items: link },
      teams: { type: 'array', items: object('Who can own.', { id: text, name: text }, { email: text, url: text }) },
      domains: { type: 'array', items: object('A part of the business.', { id: text, name: text }) },
      brokers: {
        type: 'array',
        items: object('A host that documents name as a server.', {
          id: text,
          host: text,
          protocol: text,
          names: texts,
        }),
      },
      findings: { type: 'array', items: finding },
    },
    { covers: { type: 'array', items: cover }, drift: driftJsonSchema },
  ),
};

/** An object with members that are always there and others that may be. */
export function object(description: string, required: Members, optional: Members = {}) {
  return { type: 'object', description, required: Object.keys(required), properties: { ...required, ...optional } };
}
