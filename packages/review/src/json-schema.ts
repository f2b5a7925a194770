import { VERDICTS } from '@portolan/changes';

/** Name and version of the shape of `portolan diff --format json`. */
export const CHANGES_SHAPE = 'changes/1';

const text = { type: 'string' };
const action = { enum: ['send', 'receive'] };
const position = {
  type: 'object',
  required: ['line', 'column'],
  properties: {
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1, description: 'In UTF-16 code units.' },
  },
};

const place = {
  type: 'object',
  description: 'Where it stands on that side; absent where it is not there.',
  required: ['origin'],
  properties: {
    origin: {
      type: 'object',
      required: ['source', 'pointer'],
      properties: {
        source: { ...text, description: 'Location of the file.' },
        pointer: { ...text, description: 'JSON pointer (RFC 6901) into the file.' },
      },
    },
    range: { type: 'object', required: ['start', 'end'], properties: { start: position, end: position } },
  },
};

const side = {
  type: 'object',
  description: 'The file of that side; absent where there is none.',
  required: ['location'],
  properties: { location: text, revision: { ...text, description: 'The revision, as it was written.' } },
};

const witness = {
  type: 'object',
  description: 'A message that shows it; absent where none was found.',
  required: ['message', 'problem'],
  properties: {
    message: { description: 'As people write it in JSON.' },
    encoded: { description: 'The same in the JSON encoding of its language, where that is another.' },
    problem: { ...text, description: 'What the reader says about it.' },
  },
};

const difference = {
  type: 'object',
  required: ['code', 'says', 'help', 'path', 'breaks', 'action'],
  properties: {
    code: text,
    says: text,
    help: text,
    path: { ...text, description: 'Path of the value in messages: `items[].price`.' },
    breaks: { enum: ['yes', 'no', 'not-checked'] },
    action: { ...action, description: 'Which way the message flows, seen from the application.' },
    message: { ...text, description: 'The message that was compared.' },
    witness,
  },
};

export const consumer = {
  type: 'object',
  description: 'A service at the other end of the messages that a change concerns.',
  required: ['service', 'name', 'verdict', 'message'],
  properties: {
    service: text,
    name: text,
    owner: { ...text, description: 'The team that owns it.' },
    message: text,
    verdict: { enum: ['breaks', 'reads', 'unknown'] },
    reason: text,
    witness,
    signedOff: {
      type: 'object',
      description: 'Its team has said that it is ready.',
      required: ['team', 'on', 'reason'],
      properties: { team: text, on: text, reason: text },
    },
  },
};

const change = {
  type: 'object',
  required: ['id', 'code', 'verdict', 'says', 'help', 'subject', 'operations', 'messages', 'differences'],
  properties: {
    id: { ...text, description: 'Unique in the document, and the same in every run.' },
    code: { ...text, description: 'The kind of change.' },
    verdict: { enum: VERDICTS },
    says: { ...text, description: 'What became of it, in one sentence.' },
    help: { ...text, description: 'What to do about it.' },
    reason: { ...text, description: 'Why it is not checked.' },
    subject: { type: 'object', required: ['kind', 'name'], properties: { kind: text, name: text } },
    before: place,
    after: place,
    operations: {
      type: 'array',
      description: 'Operations that it concerns.',
      items: {
        type: 'object',
        required: ['operation', 'action', 'channel', 'confidence'],
        properties: {
          operation: text,
          action,
          channel: text,
          confidence: { enum: ['stated', 'supported', 'uncertain'] },
        },
      },
    },
    messages: { type: 'array', items: text, description: 'Ids of messages that it concerns.' },
    differences: {
      type: 'array',
      items: difference,
      description: 'For schemas: what one side writes and the other does not read.',
    },
    consumers: {
      type: 'array',
      items: consumer,
      description: 'With `--with`: what it does to each service at the other end.',
    },
    retirement: {
      type: 'object',
      description: 'What was announced of something that is gone.',
      required: ['says', 'passed'],
      properties: {
        says: text,
        sunset: { ...text, description: 'The day from which on it may be gone.' },
        passed: { type: 'boolean', description: 'Whether that day has come.' },
        alternative: { ...text, description: 'What takes its place.' },
      },
    },
    settled: {
      type: 'object',
      description: 'Why it makes no run fail although it breaks somebody; `portolan check` tells.',
      required: ['by', 'says'],
      properties: {
        by: { enum: ['waiver', 'sign-off', 'sunset'] },
        says: text,
        until: { ...text, description: 'Of a waiver: the last day on which it counts.' },
      },
    },
  },
};

const count = { type: 'integer', minimum: 0 };

/** JSON Schema (draft-07) of what `portolan diff --format json` prints. */
export const changesJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Portolan ${CHANGES_SHAPE}`,
  type: 'object',
  required: ['portolan', 'documents', 'summary'],
  properties: {
    portolan: { const: CHANGES_SHAPE },
    documents: {
      type: 'array',
      description: 'Documents that changed.',
      items: {
        type: 'object',
        required: ['title', 'changes'],
        properties: {
          title: text,
          before: side,
          after: side,
          version: {
            type: 'object',
            required: ['before', 'after'],
            properties: {
              before: text,
              after: text,
              step: { enum: ['major', 'minor', 'patch'] },
              due: { ...text, description: 'The least version that will do.' },
              enough: { type: 'boolean', description: 'Whether the version after will do.' },
            },
          },
          changes: { type: 'array', items: change, description: 'The gravest first.' },
        },
      },
    },
    summary: {
      type: 'object',
      required: ['documents', 'changes'],
      properties: {
        documents: { ...count, description: 'How many documents were compared.' },
        changes: {
          type: 'object',
          required: VERDICTS,
          properties: Object.fromEntries(VERDICTS.map(verdict => [verdict, count])),
        },
      },
    },
  },
};
