import { searchHits } from '../../views/search.ts';
import { list, object, ref, integer as whole } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { integer, requiredText } from '../parameter.ts';

export const searchChart = operation({
  id: 'searchChart',
  path: '/api/v1/search',
  summary: 'Finds services, channels, messages, teams, domains, documents and fields',
  description:
    'Words are found at their beginnings and with small mistakes. Filters stand among the words: `owner:payments`, ' +
    '`protocol:kafka`, `kind:message`, `domain:sales`.',
  tag: 'Search',
  about: 'chart',
  parameters: {
    q: requiredText('What to look for.'),
    limit: integer({ min: 1, max: 500, otherwise: 50 }, 'How many hits to answer at most.'),
  },
  answer: {
    description: 'The best hits, best first; `total` counts those that are answered.',
    schema: object({ items: list(ref('SearchHit')), total: whole }),
  },
  run({ q, limit }, { known }) {
    const items = searchHits(known, q, limit);
    return { items, total: items.length };
  },
});
