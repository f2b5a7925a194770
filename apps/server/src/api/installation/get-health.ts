import { object, words } from '../json-schema.ts';
import { operation } from '../operation.ts';

export const getHealth = operation({
  id: 'getHealth',
  path: '/healthz',
  summary: 'Whether the process lives',
  tag: 'Installation',
  about: 'process',
  needs: 'nothing',
  parameters: {},
  answer: { description: 'It does.', schema: object({ status: words('alive') }) },
  run: () => ({ status: 'alive' }),
});
