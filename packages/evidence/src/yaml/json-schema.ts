/** Name and version of the shape of `evidence.yaml`. Within a version, members may be added; none changes its meaning. */
export const EVIDENCE_SHAPE = 'evidence/1';

const text = { type: 'string', minLength: 1 };
const texts = (description: string) => ({ type: 'array', items: text, description });

const channel = {
  type: ['object', 'null'],
  additionalProperties: false,
  properties: {
    owner: { ...text, description: 'The team that owns the channel, by the word that documents use for it.' },
    senders: texts('Who sends or may send on it: services, principals.'),
    receivers: texts('Who receives or may receive from it: services, principals, consumer groups.'),
  },
};

const service = {
  type: 'object',
  additionalProperties: false,
  required: ['names'],
  properties: { names: texts('Principals and consumer groups that are this service.') },
};

/** What may stand in `evidence.yaml`, as a JSON Schema. */
export const evidenceJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Evidence for a Portolan chart',
  description: 'Which channels a broker has, and who sends and receives on them.',
  type: 'object',
  additionalProperties: false,
  required: ['portolan', 'channels'],
  properties: {
    portolan: { const: EVIDENCE_SHAPE, description: 'Says what this file is, and the version of its form.' },
    broker: {
      ...text,
      pattern: '^[a-zA-Z][a-zA-Z0-9+.-]*://[^@\\s]+$',
      description:
        'The broker, as documents would write it in `servers`: `kafka://kafka.example.com:9092`. Without it, an address means the only channel that has it.',
    },
    complete: {
      type: 'boolean',
      description:
        'True when every channel of the broker is here, with everybody who uses it. Only then something that is not here does not exist.',
    },
    channels: { type: 'object', additionalProperties: channel, description: 'The channels that exist, by address.' },
    services: {
      type: 'object',
      additionalProperties: service,
      description: 'Other names of services, by their title or id.',
    },
  },
} as const;
