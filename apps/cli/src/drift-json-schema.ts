import { chartJsonSchema, driftJsonSchema as drift } from '@portolan/chart';

/** Name and version of the shape. Within a version, members may be added; none changes its meaning or goes away. */
export const DRIFT_SHAPE = 'drift/1';

/** What `portolan drift --format json` prints. */
export const driftJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Drift',
  description: 'Where documents and the evidence beside them differ.',
  type: 'object',
  required: ['portolan', 'drift', 'findings'],
  properties: {
    portolan: { const: DRIFT_SHAPE },
    drift,
    findings: {
      ...chartJsonSchema.properties.findings,
      description: 'Operations whose verb says the opposite of what the evidence proves.',
    },
  },
} as const;
