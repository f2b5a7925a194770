import { SEARCH_KINDS } from '@portolan/chart';

/** Name and version of the shape of `portolan search --format json`. */
export const SEARCH_SHAPE = 'search/1';

const text = { type: 'string' };

const hit = {
  type: 'object',
  description: 'Something that fits.',
  required: ['kind', 'id', 'name', 'context', 'score'],
  properties: {
    kind: { enum: SEARCH_KINDS },
    id: { ...text, description: 'Its id in the chart; of a field, the id of its message.' },
    name: { ...text, description: 'What people call it; of a field, its path.' },
    context: {
      ...text,
      description: 'What tells it apart: an address, an owner, the message of a field. May be empty.',
    },
    score: {
      type: 'number',
      description:
        'How well it fits. The whole part: 4 the name itself, 3 its beginning, 2 words of it, 1 words about it, 0 filters only.',
    },
  },
};

/** JSON Schema (draft-07) of what `portolan search --format json` prints. */
export const searchJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Portolan ${SEARCH_SHAPE}`,
  type: 'object',
  required: ['portolan', 'query', 'hits'],
  properties: {
    portolan: { const: SEARCH_SHAPE },
    query: { ...text, description: 'What was asked.' },
    hits: { type: 'array', items: hit, description: 'The best first.' },
  },
};
