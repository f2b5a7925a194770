import { faults as stores } from '@portolan/stores/faults';
import { faults } from '../../faults.ts';
import { object, words } from '../json-schema.ts';
import { operation } from '../operation.ts';

export const getReadiness = operation({
  id: 'getReadiness',
  path: '/readyz',
  summary: 'Whether requests are answered',
  description:
    'True from the moment in which all documents were read once until the process is asked to end, as long as the store answers.',
  tag: 'Installation',
  about: 'process',
  needs: 'nothing',
  parameters: {},
  answer: { description: 'They are.', schema: object({ status: words('ready') }) },
  faults: [faults.LOADING, stores.AWAY],
  async run(_, { serving }) {
    const catalog = serving.catalog();
    if (!catalog || serving.isClosing()) throw faults.LOADING();
    await catalog.check();
    return { status: 'ready' };
  },
});
