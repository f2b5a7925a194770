import { FACETS, SEARCH_KINDS } from '@portolan/chart';

/** Name and version of the shape of `portolan search --format json`. */
export const SEARCH_SHAPE = 'search/1';

const text = { type: 'string' };

const hit = {
  type: 'object',
  description: 'Something that fits.',
  required: ['kind', 'id', 'name', 'context', 'score'],
  properties: {
    kind: { enum: SEARCH_KINDS },
    id: { ...text, description: 'Its id in the chart; of a field, the id of its message; of a finding, its code.' },
    name: { ...text, description: 'What people call it; of a field, its path.' },
    context: {
      ...text,
      description: 'What tells it apart: an address, an owner, the message of a field. May be empty.',
    },
    document: { ...text, description: 'Only of schemas and findings: the document that it stands in.' },
    score: {
      type: 'number',
      description:
        'How well it fits. The whole part: 4 the name itself, 3 its beginning, 2 words of it, 1 words about it, 0 filters only.',
    },
  },
};

const facet = {
  type: 'object',
  description: 'A filter with the values that the things found have.',
  required: ['filter', 'values'],
  properties: {
    filter: { enum: FACETS },
    values: {
      type: 'array',
      description: 'The most frequent first.',
      items: {
        type: 'object',
        required: ['value', 'count'],
        properties: {
          value: { ...text, description: 'As the filter takes it.' },
          name: { ...text, description: 'What people call it, where that differs.' },
          count: { type: 'integer', description: 'How many of the things found have it.' },
        },
      },
    },
  },
};

/** JSON Schema (draft-07) of what `portolan search --format json` prints. */
export const searchJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Portolan ${SEARCH_SHAPE}`,
  type: 'object',
  required: ['portolan', 'query', 'hits', 'total', 'facets', 'notes'],
  properties: {
    portolan: { const: SEARCH_SHAPE },
    query: { ...text, description: 'What was asked.' },
    hits: { type: 'array', items: hit, description: 'The best first.' },
    total: { type: 'integer', description: 'How many things fit, whether or not they are among the hits.' },
    facets: { type: 'array', items: facet, description: 'What they can be narrowed by.' },
    notes: { type: 'array', items: text, description: 'What is wrong with the query: a filter that does not exist.' },
  },
};
