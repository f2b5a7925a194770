import { object } from '../json-schema.ts';
import { IMPACT_SHAPE } from './impact.ts';
import { LINEAGE_SHAPE } from './lineage.ts';
import { OWNERS_SHAPE } from './owners.ts';
import { PARTIES_SHAPE } from './parties.ts';
import { DEPENDENCIES_SHAPE } from './reach.ts';
import { PATH_SHAPE } from './way.ts';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const count = { type: 'integer', minimum: 0 };
const confidence = { enum: ['stated', 'supported', 'uncertain'] };
const verdict = { enum: ['breaks', 'unknown', 'does-not-break'] };

const party = {
  service: {
    ...text,
    description: 'Id of the service; for one that no document describes, its name in the infrastructure.',
  },
  serviceName: text,
};
const owner = { owner: { ...text, description: 'Id of the team.' }, ownerName: text };
const place = { channel: { ...text, description: 'Id of the channel.' }, channelName: text };
const message = {
  message: { ...text, description: 'Id of the message; absent when no document says which.' },
  messageName: text,
};

const named = object('Something by id and name.', { id: text, name: text });
const list = (items: object, description?: string) => ({ type: 'array', items, ...(description && { description }) });
const kinds = (...names: string[]) => object('What was asked about.', { kind: { enum: names }, id: text, name: text });

const goods = {
  messages: list(object('A message that goes over.', { id: text, name: text, channel: text })),
  channels: { ...texts, description: 'Channels that both use where no document says for which message.' },
  confidence,
};

const reached = object(
  'A service that is reached.',
  {
    ...party,
    ...goods,
    depth: { type: 'integer', minimum: 1, description: '1 for a direct dependency.' },
    through: { ...text, description: 'Id of the service one step nearer; the asked one for a direct dependency.' },
    throughName: text,
  },
  owner,
);

const field = object('A field in a message.', { message: text, messageName: text, field: text });

const carried = object('A service that reads the one field and sends the other.', {
  ...party,
  from: field,
  to: object('A field in a message.', { message: text, messageName: text, field: text, channel: text }),
  same: { enum: ['path', 'words'], description: 'Whether the paths are the same, or end in the same words.' },
  depth: { type: 'integer', minimum: 1 },
  confidence,
});

const change = {
  type: 'object',
  description: 'What is to be done. `to` for rename and retype, `values` for narrow.',
  required: ['kind'],
  properties: {
    kind: { enum: ['remove', 'rename', 'retype', 'optional', 'narrow'] },
    to: text,
    values: texts,
  },
};

const affected = object(
  'What becomes of a receiver.',
  {
    ...party,
    ...place,
    verdict,
    why: { ...text, description: 'The end of a sentence that begins with the service.' },
    confidence,
  },
  { ...owner, ...message },
);

/** JSON Schemas (draft-07) of the answers to questions, by the name and version of each. */
export const answerJsonSchemas: Readonly<Record<string, ReturnType<typeof schema>>> = {
  [PARTIES_SHAPE]: schema(PARTIES_SHAPE, 'Who sends or receives.', {
    action: { enum: ['send', 'receive'] },
    subject: kinds('message', 'channel'),
    parties: list(
      object(
        'A service that does.',
        { ...party, ...place, confidence, documents: { ...texts, description: 'Ids of the documents that say so.' } },
        {
          ...owner,
          ...message,
          through: {
            ...text,
            description: 'Id of the channel with a pattern from which it receives what is sent here.',
          },
          throughName: text,
          against: { ...text, description: 'What contradicts an uncertain one.' },
        },
      ),
    ),
  }),
  [DEPENDENCIES_SHAPE]: schema(DEPENDENCIES_SHAPE, 'What a service depends on, and what depends on it.', {
    service: object('The asked service.', party, owner),
    depth: { type: 'integer', minimum: 1, description: 'How far was looked.' },
    dependsOn: list(reached, 'Services whose messages it receives, nearer ones first.'),
    dependsOnInAll: { ...count, description: 'However far away.' },
    dependedOnBy: list(reached, 'Services that receive its messages, nearer ones first.'),
    dependedOnByInAll: { ...count, description: 'However far away.' },
  }),
  [IMPACT_SHAPE]: schema(
    IMPACT_SHAPE,
    'Who breaks when something is changed.',
    {
      says: { ...text, description: 'The answer in one sentence.' },
      subject: kinds('message', 'channel', 'schema'),
      change,
      senders: list(object('A service that sends it.', { ...party, confidence }, owner)),
      affected: list(affected, 'Those that break first, then the unknown ones.'),
      services: object('How many services, each by the worst that becomes of it.', {
        breaks: count,
        unknown: count,
        doesNotBreak: count,
        all: count,
      }),
      owners: object('Names of the teams to talk to.', { breaks: texts, unknown: texts }),
    },
    { field: { ...text, description: 'Path of the field, where one was asked for.' } },
  ),
  [PATH_SHAPE]: schema(
    PATH_SHAPE,
    'How messages get from one service to another.',
    {
      says: { ...text, description: 'The answer in one sentence.' },
      from: object('The first service.', party, owner),
      to: object('The second service.', party, owner),
      connected: { type: 'boolean' },
      steps: list(
        object('From one service to the next.', {
          from: text,
          fromName: text,
          to: text,
          toName: text,
          along: { type: 'boolean', description: 'Whether messages flow this way; false when they come back.' },
          ...goods,
        }),
      ),
    },
    {
      direction: {
        enum: ['forward', 'backward', 'either'],
        description: '`either`: no flow joins them, but they are connected when directions do not count.',
      },
      uncertain: { type: 'boolean', description: 'True when only uncertain links connect them.' },
    },
  ),
  [OWNERS_SHAPE]: schema(
    OWNERS_SHAPE,
    'Who owns what.',
    {
      owners: list(
        object(
          'What a team owns.',
          { services: list(named), channels: list(named), messages: list(named) },
          {
            team: {
              ...object('The team.', { id: text, name: text }, { email: text, url: text }),
              description: 'Absent for what has no owner.',
            },
          },
        ),
      ),
    },
    { subject: kinds('team', 'service', 'channel', 'message') },
  ),
  [LINEAGE_SHAPE]: schema(LINEAGE_SHAPE, 'Where a field may come from and go on to, as far as names tell.', {
    start: field,
    comesFrom: list(carried, 'Nearer ones first.'),
    goesTo: list(carried, 'Nearer ones first.'),
  }),
};

function schema(shape: string, about: string, required: Record<string, object>, optional: Record<string, object> = {}) {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Portolan ${shape}`,
    ...object(about, { portolan: { const: shape }, ...required }, optional),
  };
}
