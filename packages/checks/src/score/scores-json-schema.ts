import { SCORES_SHAPE } from './print-score.ts';

const points = { type: 'integer', minimum: 0, maximum: 100 };

const position = {
  type: 'object',
  required: ['line', 'column'],
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
};

const missing = {
  type: 'object',
  required: ['what', 'origin'],
  properties: {
    what: { type: 'string', description: 'What is missing, in one sentence.' },
    origin: {
      type: 'object',
      description: 'Where it belongs.',
      required: ['source', 'pointer'],
      properties: { source: { type: 'string' }, pointer: { type: 'string' } },
    },
    range: { type: 'object', required: ['start', 'end'], properties: { start: position, end: position } },
  },
};

const criterion = {
  type: 'object',
  required: ['id', 'says', 'earned', 'of', 'missing'],
  properties: {
    id: { type: 'string' },
    says: { type: 'string', description: 'What a good document does.' },
    earned: points,
    of: points,
    missing: { type: 'array', items: missing, description: 'What to mend to earn the rest.' },
  },
};

/** JSON Schema (draft-07) of what `portolan score --format json` prints. */
export const scoresJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Portolan ${SCORES_SHAPE}`,
  type: 'object',
  required: ['portolan', 'documents'],
  properties: {
    portolan: { const: SCORES_SHAPE },
    documents: {
      type: 'array',
      items: {
        type: 'object',
        required: ['location'],
        properties: {
          location: { type: 'string', description: 'Location of the entry file.' },
          title: { type: 'string' },
          points: { ...points, description: 'Absent when the document cannot be read.' },
          of: points,
          criteria: { type: 'array', items: criterion },
        },
      },
    },
  },
} as const;
