import { searchResults } from '../../views/search.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { integer, requiredText } from '../parameter.ts';

export const searchChart = operation({
  id: 'searchChart',
  path: '/api/v1/search',
  summary: 'Finds services, channels, messages, fields, schemas, teams, domains, servers, documents and findings',
  description:
    'Words are found at their beginnings, and with small mistakes where nothing is found without. Filters stand among ' +
    'the words: `owner:payments`, `domain:sales`, `protocol:kafka`, `kind:message`, `tag:audit`, `field:email`, ' +
    '`server:kafka.example.com:9092`. Words in quotes stand together; `-` before a word or a filter is without it.',
  tag: 'Search',
  about: 'chart',
  needs: 'read',
  parameters: {
    q: requiredText('What to look for.'),
    limit: integer({ min: 1, max: 500, otherwise: 50 }, 'How many hits to answer at most.'),
  },
  answer: {
    description: 'The best hits, best first; `total` counts everything that fits.',
    schema: ref('SearchResults'),
  },
  run: ({ q, limit }, { known }) => searchResults(known, q, limit),
});
