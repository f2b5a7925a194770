import { VERDICTS } from '@portolan/changes';
import { consumer } from '@portolan/review';
import { STOPS } from './model.ts';

/** Name and version of the shape of `portolan history --format json`. */
export const HISTORY_SHAPE = 'history/1';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };

function counts(names: readonly string[], description?: string) {
  const properties = Object.fromEntries(names.map(name => [name, count]));
  return { type: 'object', ...(description !== undefined && { description }), required: names, properties };
}

const change = {
  type: 'object',
  required: ['code', 'verdict', 'says'],
  properties: {
    code: { ...text, description: 'The kind of change.' },
    verdict: { enum: VERDICTS },
    says: { ...text, description: 'What became of it, in one sentence.' },
    reason: { ...text, description: 'Why it is not checked.' },
    consumers: {
      type: 'array',
      items: consumer,
      description: 'With `--against-consumers`: what it does to each service at the other end.',
    },
  },
};

const revision = {
  type: 'object',
  required: ['commit', 'date', 'author', 'subject', 'stops', 'documents', 'unreadable'],
  properties: {
    commit: text,
    date: { ...text, format: 'date-time' },
    author: text,
    subject: { ...text, description: 'First line of the message.' },
    stops: { type: 'array', items: { enum: STOPS }, description: 'What would have stopped it.' },
    documents: {
      type: 'array',
      description: 'Documents that it changed.',
      items: {
        type: 'object',
        required: ['title', 'path', 'changes'],
        properties: {
          title: text,
          path: { ...text, description: 'From the top of the repository.' },
          changes: { type: 'array', items: change, description: 'The gravest first.' },
          version: {
            type: 'object',
            description: 'The version that was due, as in `changes/1`.',
            required: ['before', 'after'],
            properties: {
              before: text,
              after: text,
              step: { enum: ['major', 'minor', 'patch'] },
              due: text,
              enough: { type: 'boolean' },
            },
          },
        },
      },
    },
    unreadable: {
      type: 'array',
      description: 'Documents that could not be read at this commit.',
      items: { type: 'object', required: ['path', 'reason'], properties: { path: text, reason: text } },
    },
  },
};

/** JSON Schema (draft-07) of what `portolan history --format json` prints. */
export const historyJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Portolan ${HISTORY_SHAPE}`,
  type: 'object',
  required: ['portolan', 'revisions', 'summary'],
  properties: {
    portolan: { const: HISTORY_SHAPE },
    revisions: { type: 'array', items: revision, description: 'Commits that touched documents, the newest first.' },
    summary: {
      type: 'object',
      required: ['commits', 'revisions', 'stopped', 'stops', 'changes', 'breaking'],
      properties: {
        commits: { ...count, description: 'Commits that were looked at.' },
        revisions: { ...count, description: 'Those that touched documents.' },
        stopped: count,
        stops: counts(STOPS, 'How many commits each rule would have stopped.'),
        changes: counts(VERDICTS),
        breaking: { type: 'object', additionalProperties: count, description: 'Breaking changes by kind.' },
        consumers: {
          type: 'array',
          description: 'Whom the commits would have broken.',
          items: {
            type: 'object',
            required: ['name', 'revisions'],
            properties: { name: text, owner: text, revisions: count },
          },
        },
      },
    },
  },
};
