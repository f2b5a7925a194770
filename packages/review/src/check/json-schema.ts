/** Name and version of the shape of `portolan check --format json`. */
export const CHECK_SHAPE = 'check/1';

const text = { type: 'string' };

/** JSON Schema (draft-07) of what `portolan check --format json` prints. */
export const checkJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Portolan ${CHECK_SHAPE}`,
  type: 'object',
  required: ['portolan', 'against', 'verdict', 'fails', 'says', 'versions', 'consumers', 'changes', 'findings'],
  properties: {
    portolan: { const: CHECK_SHAPE },
    against: { ...text, description: 'The revision that it was compared with, as it was written.' },
    verdict: {
      enum: ['breaking', 'findings', 'version', 'not-checked', 'settled', 'well'],
      description: 'The gravest thing that there is.',
    },
    fails: { type: 'boolean', description: 'Whether the exit code is 1.' },
    says: { ...text, description: 'The verdict in one sentence.' },
    versions: {
      type: 'array',
      items: text,
      description: 'A sentence for each document whose version grew too little.',
    },
    consumers: {
      type: 'object',
      required: ['known', 'broken'],
      properties: {
        known: { type: 'integer', minimum: 0, description: 'Services at the other end of what changed.' },
        broken: {
          type: 'array',
          description: 'Those that break, and whose teams have not signed off.',
          items: {
            type: 'object',
            required: ['name'],
            properties: { name: text, owner: { ...text, description: 'The team that owns it.' } },
          },
        },
      },
    },
    changes: { type: 'object', description: 'What changed, as changes/1.' },
    findings: { type: 'object', description: 'What is wrong with the documents, as findings/1.' },
  },
};
