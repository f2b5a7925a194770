import { SEVERITIES } from '@portolan/base';
import { JSON_SHAPE } from './json.ts';

const count = { type: 'integer', minimum: 0 };

const position = {
  type: 'object',
  required: ['line', 'column'],
  properties: {
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1, description: 'In UTF-16 code units.' },
  },
};

const origin = {
  type: 'object',
  description: 'Where a fact stands.',
  required: ['source', 'pointer'],
  properties: {
    source: { type: 'string', description: 'Location of the file.' },
    pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into the file; empty for the whole of it.' },
  },
};

const range = {
  type: 'object',
  description: 'The stretch of text to look at; absent when the text was not at hand.',
  required: ['start', 'end'],
  properties: { start: position, end: { ...position, description: 'The first position after it.' } },
};

const finding = {
  type: 'object',
  required: ['code', 'severity', 'message', 'help', 'origin'],
  properties: {
    code: { type: 'string', pattern: '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$', description: 'The kind of finding.' },
    severity: { enum: SEVERITIES },
    message: { type: 'string', description: 'What is wrong, in one sentence.' },
    help: { type: 'string', description: 'What to do about it.' },
    origin,
    range,
    related: {
      type: 'array',
      description: 'Other places that explain the finding.',
      items: {
        type: 'object',
        required: ['message', 'origin'],
        properties: { message: { type: 'string' }, origin, range },
      },
    },
    fix: {
      type: 'object',
      description: 'What `portolan validate --fix` would do about it.',
      required: ['says'],
      properties: {
        says: { type: 'string' },
        edits: {
          type: 'array',
          description: 'The changes of the texts; absent where this cannot be done as the texts are.',
          items: {
            type: 'object',
            required: ['source', 'range', 'text'],
            properties: { source: origin.properties.source, range, text: { type: 'string' } },
          },
        },
      },
    },
  },
};

const suppressed = {
  ...finding,
  required: [...finding.required, 'reason'],
  properties: {
    ...finding.properties,
    reason: { type: 'string', description: 'Why the team lives with it.' },
    until: { type: 'string', description: 'Last day on which it does: `2027-01-31`.' },
  },
};

const document = {
  type: 'object',
  required: ['location', 'findings'],
  properties: {
    location: { type: 'string', description: 'Location of the entry file.' },
    title: { type: 'string' },
    asyncapi: { type: 'string', description: 'Version of AsyncAPI; absent when it is no AsyncAPI document.' },
    openapi: { type: 'string', description: 'Version of OpenAPI, for a document of which the webhooks are read.' },
    xregistry: { type: 'string', description: 'Version of xRegistry, for CloudEvents definitions; empty when unsaid.' },
    settings: { const: true, description: 'It is no document but a settings file that something is wrong with.' },
    findings: { type: 'array', items: finding, description: 'Sorted by file and place.' },
    suppressed: { type: 'array', items: suppressed, description: 'Findings that excludes of the settings hide.' },
  },
};

/** JSON Schema (draft-07) of what `--format json` prints. Readers should ignore members they do not know. */
export const jsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Portolan ${JSON_SHAPE}`,
  type: 'object',
  required: ['portolan', 'documents', 'summary'],
  properties: {
    portolan: { const: JSON_SHAPE },
    documents: { type: 'array', items: document },
    summary: {
      type: 'object',
      required: ['documents', 'clean', 'findings'],
      properties: {
        documents: { ...count, description: 'How many documents were looked at.' },
        clean: { ...count, description: 'How many of them have no finding of any severity.' },
        findings: {
          type: 'object',
          required: SEVERITIES,
          properties: Object.fromEntries(SEVERITIES.map(severity => [severity, count])),
        },
        suppressed: { ...count, description: 'How many findings excludes hide.' },
      },
    },
  },
} as const;
