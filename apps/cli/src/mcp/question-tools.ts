import {
  answerJsonSchemas,
  DEPENDENCIES_SHAPE,
  IMPACT_SHAPE,
  LINEAGE_SHAPE,
  OWNERS_SHAPE,
  PARTIES_SHAPE,
  PATH_SHAPE,
} from '@portolan/chart';
import { askDependencies, askImpact, askLineage, askOwners, askParties, askPath } from '../questions/ask.ts';
import { resultOf } from './result.ts';
import { demanded, type Input, type Tool, textIn } from './tool.ts';

const SUBJECT = {
  type: 'string',
  description: 'A message, a channel or an address. `message:<id>` or `channel:<id>` says which.',
};
const SERVICE = { type: 'string', description: 'A service by name or id.' };
const TARGET = {
  type: 'string',
  description: 'A message, channel or `schema:<name>`, with a field behind a point: `OrderPlaced.total`.',
};
const FIELD = { type: 'string', description: 'Path of the field, where the name alone would be misread.' };

/** The questions that the command line answers too. */
export const questionTools: readonly Tool[] = [
  parties('who_sends', 'Who sends', 'send', 'Which services send a message, or anything on a channel.'),
  parties('who_receives', 'Who receives', 'receive', 'Which services receive a message, or anything on a channel.'),
  {
    name: 'depends_on',
    title: 'Dependencies of a service',
    description: 'Whose messages a service receives, and who receives its messages, directly and through others.',
    input: {
      service: SERVICE,
      depth: { type: 'integer', minimum: 1, maximum: 20, description: 'How far to look; 1 when not given.' },
    },
    required: ['service'],
    output: answerJsonSchemas[DEPENDENCIES_SHAPE],
    run: async (organisation, input) => {
      const depth = typeof input.depth === 'number' ? input.depth : 1;
      return resultOf(askDependencies(await organisation.charted(), demanded(input, 'service'), depth));
    },
  },
  {
    name: 'impact',
    title: 'Who breaks',
    description:
      'Ask this before changing a message, channel, schema or field: who breaks, who does not, of whom nobody knows, why, and which teams to talk to. Without a change, it is removed.',
    input: {
      target: TARGET,
      field: FIELD,
      rename: { type: 'string', description: 'Its new name.' },
      retype: { type: 'string', description: 'The new type of the field: string, integer, object …' },
      optional: { type: 'boolean', description: 'Whether messages may leave the field out from now on.' },
      narrow: { type: 'array', items: { type: 'string' }, description: 'The only values of the field that remain.' },
    },
    required: ['target'],
    output: answerJsonSchemas[IMPACT_SHAPE],
    run: async (organisation, input) =>
      resultOf(askImpact(await organisation.charted(), demanded(input, 'target'), changeIn(input))),
  },
  {
    name: 'lineage',
    title: 'Where a field goes',
    description:
      'Where a field may come from and go on to, through services that receive it and send one of the same name.',
    input: { target: TARGET, field: FIELD },
    required: ['target'],
    output: answerJsonSchemas[LINEAGE_SHAPE],
    run: async (organisation, input) =>
      resultOf(askLineage(await organisation.charted(), demanded(input, 'target'), textIn(input, 'field'))),
  },
  {
    name: 'path',
    title: 'Way between two services',
    description: 'On which shortest way messages get from one service to another, and which messages those are.',
    input: { from: SERVICE, to: SERVICE },
    required: ['from', 'to'],
    output: answerJsonSchemas[PATH_SHAPE],
    run: async (organisation, input) =>
      resultOf(askPath(await organisation.charted(), demanded(input, 'from'), demanded(input, 'to'))),
  },
  {
    name: 'owners',
    title: 'Who owns what',
    description: 'Every team with its services; or what one team owns; or whose a service, channel or message is.',
    input: { name: { type: 'string', description: 'A team, service, channel or message; all teams when not given.' } },
    required: [],
    output: answerJsonSchemas[OWNERS_SHAPE],
    run: async (organisation, input) => resultOf(askOwners(await organisation.charted(), textIn(input, 'name'))),
  },
];

function parties(name: string, title: string, action: 'send' | 'receive', description: string): Tool {
  return {
    name,
    title,
    description,
    input: { name: SUBJECT },
    required: ['name'],
    output: answerJsonSchemas[PARTIES_SHAPE],
    run: async (organisation, input) =>
      resultOf(askParties(await organisation.charted(), action, demanded(input, 'name'))),
  };
}

function changeIn(input: Input) {
  const [field, rename, retype] = [textIn(input, 'field'), textIn(input, 'rename'), textIn(input, 'retype')];
  return {
    ...(field !== undefined && { field }),
    ...(rename !== undefined && { rename }),
    ...(retype !== undefined && { retype }),
    ...(input.optional === true && { optional: true }),
    ...(Array.isArray(input.narrow) && { narrow: input.narrow.map(String) }),
  };
}
