import { string } from '../json-schema.ts';
import { operation } from '../operation.ts';

export const getMetrics = operation({
  id: 'getMetrics',
  path: '/metrics',
  summary: 'Metrics in the Prometheus text format',
  tag: 'Installation',
  about: 'process',
  needs: 'read',
  parameters: {},
  answer: { description: 'The metrics.', type: 'text/plain', schema: string },
  run: (_, { serving }) => serving.metrics.text(),
});
