import { SECTIONS, VERDICTS } from '@portolan/changes';

/** Name and version of the shape of `portolan changelog --format json`. */
export const CHANGELOG_SHAPE = 'changelog/1';

const text = { type: 'string' };

const change = {
  type: 'object',
  required: ['code', 'verdict', 'says', 'help'],
  properties: {
    code: { ...text, description: 'The kind of change.' },
    verdict: { enum: VERDICTS },
    says: { ...text, description: 'What became of it, in one sentence.' },
    help: { ...text, description: 'What to do about it.' },
    reason: { ...text, description: 'Why it is not checked.' },
  },
};

const release = {
  type: 'object',
  required: ['at', 'revision', 'kind', 'sections'],
  properties: {
    version: { ...text, description: '`info.version`; absent where the document went away.' },
    at: { ...text, format: 'date-time', description: 'When the version first stood there.' },
    revision: { ...text, description: 'The commit, or the digest of the revision of a catalog, that it is told of.' },
    kind: { enum: ['first', 'changed', 'gone'] },
    strongest: { enum: VERDICTS, description: 'The strongest change.' },
    due: { ...text, description: 'The least version that the changes ask for, where this one is less.' },
    sections: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'changes'],
        properties: { name: { enum: SECTIONS }, changes: { type: 'array', items: change } },
      },
    },
  },
};

/** JSON Schema (draft-07) of what `portolan changelog --format json` prints. */
export const changelogJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Portolan ${CHANGELOG_SHAPE}`,
  type: 'object',
  required: ['portolan', 'services'],
  properties: {
    portolan: { const: CHANGELOG_SHAPE },
    services: {
      type: 'array',
      items: {
        type: 'object',
        required: ['title', 'path', 'releases'],
        properties: {
          title: text,
          path: text,
          releases: { type: 'array', items: release, description: 'The newest first.' },
        },
      },
    },
  },
};
