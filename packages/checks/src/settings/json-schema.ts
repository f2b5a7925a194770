import { SEVERITIES } from '@portolan/base';
import { CASINGS, SUBJECTS } from '../assertions/model.ts';
import { FORMATS } from '../print/formats.ts';
import { RULE_SETS } from '../rule-sets.ts';

/** Name of the file that settings stand in. */
export const SETTINGS_FILE = 'portolan.yaml';

/** Name and version of the shape. Within a version, members may be added; none changes its meaning or goes away. */
export const SETTINGS_SHAPE = 'settings/1';

const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const CODE = '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$';
const codePattern = { type: 'string', pattern: '^[A-Z*{][A-Z0-9_*?{},]*$' };

const condition = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    field: {
      ...text,
      description:
        'The member it is about: names with dots between them, `*` for each member or item: `bindings.kafka.partitions`. Without it, the node itself.',
    },
    defined: { const: true, description: 'The member is there and not empty.' },
    undefined: { const: true, description: 'The member is not there.' },
    const: { description: 'The member is this value.' },
    enum: { type: 'array', minItems: 1, description: 'The member is one of these values.' },
    pattern: {
      type: 'string',
      format: 'regex',
      description: 'The member is a text in which this regular expression is found.',
    },
    notPattern: { type: 'string', format: 'regex', description: 'This regular expression is not found in the member.' },
    casing: { enum: [...CASINGS], description: 'How the member, a name, is written.' },
    minLength: { type: 'integer', minimum: 0, description: 'Fewest characters of a text, or items of a list.' },
    maxLength: { type: 'integer', minimum: 0, description: 'Most characters of a text, or items of a list.' },
    mutuallyExclusive: { ...texts, minItems: 2, description: 'At most one of these members is there.' },
    requireAny: { ...texts, minItems: 1, description: 'At least one of these members is there.' },
    schema: { type: ['object', 'boolean'], description: 'A JSON Schema (2020-12) that the member fulfils.' },
  },
};

const conditions = (description: string) => ({
  anyOf: [condition, { type: 'array', minItems: 1, items: condition }],
  description,
});

const exclude = {
  type: 'object',
  required: ['rule', 'reason'],
  additionalProperties: false,
  properties: {
    rule: {
      anyOf: [codePattern, { type: 'array', minItems: 1, items: codePattern }],
      description: 'Code of a finding, or several; `*` stands for any part of a code.',
    },
    at: {
      ...text,
      description:
        'Where: a pattern of files relative to this file, of JSON pointers behind a `#`, or both: `old/**`, `#/channels/legacy*`, `orders.yaml#/info`. What is below counts too.',
    },
    channel: { ...text, description: 'Only at channels whose name or address fits this pattern.' },
    operation: { ...text, description: 'Only at operations whose name fits this pattern.' },
    message: { ...text, description: 'Only at messages whose name fits this pattern.' },
    reason: { ...text, description: 'Why the team lives with it.' },
    until: {
      type: 'string',
      format: 'date',
      description: 'Last day on which it counts: `2027-01-31`. From the day after on, its findings are back.',
    },
  },
};

const assertion = {
  type: 'object',
  required: ['code', 'on', 'must'],
  additionalProperties: false,
  properties: {
    code: {
      type: 'string',
      pattern: CODE,
      description: 'What its findings are called, in capitals. `TEAM_` at the beginning keeps clear of Portolan’s own.',
    },
    says: {
      ...text,
      description:
        'What is wrong, in one sentence: `{name}` is the name of the node, `{field}` the member, `{value}` what it is.',
    },
    why: { ...text, description: 'Why it matters.' },
    help: { ...text, description: 'What to do about it; the same placeholders.' },
    severity: { enum: [...SEVERITIES], description: 'How bad it is; `warning` where nothing is said.' },
    on: { enum: [...SUBJECTS], description: 'What it is about.' },
    where: conditions('It is only about those for which all of this holds.'),
    must: conditions('What has to hold.'),
    bad: { ...text, description: 'A document that breaks it: `portolan rules --test` tries it.' },
    good: { ...text, description: 'A document that keeps it.' },
  },
};

/** JSON Schema (2020-12) of `portolan.yaml`. What is read is checked by it too, so the two cannot differ. */
export const settingsJsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `Portolan ${SETTINGS_SHAPE}`,
  description: 'What a team has decided about its AsyncAPI documents: `portolan.yaml`.',
  type: 'object',
  required: ['version'],
  additionalProperties: false,
  properties: {
    version: { const: 1, description: 'Version of this format.' },
    extends: {
      anyOf: [text, { ...texts, minItems: 1 }],
      description: 'Settings files that this one begins with, relative to it; later ones and this one win.',
    },
    rules: {
      type: 'object',
      additionalProperties: false,
      description: 'Which rules apply, and how.',
      properties: {
        set: {
          enum: [...RULE_SETS],
          description: 'The set of rules to begin with; `recommended` where nothing is said.',
        },
        severities: {
          type: 'object',
          additionalProperties: { enum: ['off', ...[...SEVERITIES].reverse()] },
          description: 'How bad findings of a code are. A rule outside the set runs when it is named here.',
        },
        options: {
          type: 'object',
          additionalProperties: { type: 'object' },
          description: 'Options of rules by code; the page of each rule names them.',
        },
      },
    },
    exclude: { type: 'array', items: exclude, description: 'Findings that the team lives with, and why.' },
    assertions: { type: 'array', items: assertion, description: 'The team’s own rules, declared.' },
    plugins: { ...texts, description: 'Modules with the team’s own rules, programmed: paths relative to this file.' },
    remote: { ...texts, description: 'Hosts from which references may be loaded: `schemas.example.com`.' },
    'fail-on': {
      enum: [...SEVERITIES, 'never'],
      description: 'Mildest finding that makes the exit code 1; `error` where nothing is said.',
    },
    format: { enum: [...FORMATS], description: 'How findings are printed where the command line does not say.' },
  },
} as const;
