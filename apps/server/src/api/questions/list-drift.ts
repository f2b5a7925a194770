import type { DriftWord } from '../../port.ts';
import { driftList } from '../../views/drift.ts';
import { DRIFT_WORDS } from '../../views/drift-words.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { pageOf, paging } from '../paging.ts';
import { choice, text } from '../parameter.ts';

export const listDrift = operation({
  id: 'listDrift',
  path: '/api/v1/drift',
  summary: 'Where documents and what is there differ, page by page',
  description:
    'Documents are compared with the evidence beside them and with each other. Without evidence only what documents ' +
    'contradict is here.',
  tag: 'Questions',
  about: 'chart',
  needs: 'read',
  parameters: {
    kind: choice(Object.keys(DRIFT_WORDS) as DriftWord[], 'Only differences of this kind.'),
    owner: text('Only what concerns this team (its id).'),
    source: text('Only what documents of this source say.'),
    q: text('Only what says each of these words.'),
    ...paging,
  },
  answer: { description: 'A page of differences, the gravest kinds first.', schema: ref('DriftPage') },
  run(values, { known }) {
    const { items, kinds } = driftList(known, values);
    return { compared: known.snapshot.chart.drift !== undefined, kinds, ...pageOf(items, item => item.id, values) };
  },
});
