import { SEVERITIES } from '@portolan/base';
import { PATH_PATTERN } from '@portolan/evidence/port';
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

const ofChanges = {
  change: {
    anyOf: [text, { ...texts, minItems: 1 }],
    description:
      'Which change, or several: what `portolan check` tells as its identity, such as `CHANNEL_REMOVED orders`. `*` stands for anything without a slash, `**` for anything.',
  },
  at: { ...text, description: 'Only in documents whose files fit this pattern, relative to this file.' },
};

const waiver = {
  type: 'object',
  required: ['change', 'owner', 'reason', 'until'],
  additionalProperties: false,
  properties: {
    ...ofChanges,
    owner: { ...text, description: 'Who answers for it.' },
    reason: { ...text, description: 'Why it has to be.' },
    until: {
      type: 'string',
      format: 'date',
      description: 'Last day on which it counts: `2027-01-31`. From the day after on, the change fails again.',
    },
  },
};

const signOff = {
  type: 'object',
  required: ['change', 'consumer', 'team', 'on', 'reason'],
  additionalProperties: false,
  properties: {
    ...ofChanges,
    consumer: { ...text, description: 'The service that breaks, by its name.' },
    team: { ...text, description: 'The team that owns the service and is ready for the change.' },
    on: { type: 'string', format: 'date', description: 'The day on which it said so: `2027-01-31`.' },
    reason: { ...text, description: 'Why the change is no harm to it.' },
  },
};

const direction = {
  type: 'object',
  required: ['at', 'operation', 'action', 'reason'],
  additionalProperties: false,
  properties: {
    at: { ...text, description: 'The document: its file relative to this file, or a pattern of files.' },
    operation: {
      ...text,
      description:
        'Name of the operation: in AsyncAPI 3 its key, in 2 its `operationId`, else the address and the verb: `orders.placed publish`.',
    },
    action: { enum: ['send', 'receive'], description: 'What the described application really does.' },
    reason: { ...text, description: 'How the team knows. The chart shows it as evidence.' },
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

const path = (description: string) => ({
  type: 'string',
  pattern: PATH_PATTERN,
  examples: ['topics[].name', '*.owner'],
  description,
});

const template = (description: string) => ({
  type: 'string',
  pattern: `${PATH_PATTERN}|^[^{}]*(?:\\{${PATH_PATTERN.slice(1, -1)}\\}[^{}]*)+$`,
  examples: ['topics[].name', '{domain}.{name}'],
  description,
});

const use = {
  type: 'object',
  required: ['who', 'address'],
  additionalProperties: false,
  properties: {
    each: path('Way to the items; without it the whole document is one.'),
    who: path('Who it is: a service, a principal, a consumer group.'),
    address: template('The channel. A `*` at the end of what stands there means all that begin so.'),
    as: { enum: ['send', 'receive'], description: 'What all of them do.' },
    action: path('Where it says what they do.'),
    send: {
      ...texts,
      description: 'Words of `action` that mean that they send. Else `write`, `produce` and the like.',
    },
    receive: {
      ...texts,
      description: 'Words of `action` that mean that they receive. Else `read`, `consume` and the like.',
    },
  },
};

const mapping = {
  type: 'object',
  required: ['files'],
  additionalProperties: false,
  properties: {
    files: { ...text, description: 'Pattern of files, relative to this file: `topics/*.yaml`.' },
    broker: {
      type: 'string',
      pattern: '^[a-zA-Z][a-zA-Z0-9+.-]*://[^@\\s]+$',
      examples: ['kafka://kafka.example.com:9092'],
      description:
        'The broker that these files are about, as documents write it in `servers`, without user and password.',
    },
    complete: {
      type: 'boolean',
      description: 'True when all channels of the broker are in these files, with everybody who uses them.',
    },
    channels: {
      type: 'object',
      required: ['address'],
      additionalProperties: false,
      description: 'Where the channels stand in a file.',
      properties: {
        each: path('Way to the items; without it the whole document is one.'),
        address: template('The address, from the item: a path, or a text with paths in braces.'),
        owner: path('The team that owns it.'),
        senders: path('Names of those who send.'),
        receivers: path('Names of those who receive.'),
      },
    },
    uses: {
      anyOf: [use, { type: 'array', minItems: 1, items: use }],
      description: 'Where those stand who send and receive, when they do not stand with the channels.',
    },
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
    evidence: {
      type: 'array',
      items: mapping,
      description: 'Files beside the documents in a form of your own, and what they say about channels.',
    },
    plugins: { ...texts, description: 'Modules with the team’s own rules, programmed: paths relative to this file.' },
    remote: { ...texts, description: 'Hosts from which references may be loaded: `schemas.example.com`.' },
    'fail-on': {
      enum: [...SEVERITIES, 'never'],
      description: 'Mildest finding that makes the exit code 1; `error` where nothing is said.',
    },
    format: { enum: [...FORMATS], description: 'How findings are printed where the command line does not say.' },
    directions: {
      type: 'array',
      items: direction,
      description:
        'Which way the messages of operations flow, where verbs and other evidence are wrong or leave it open.',
    },
    waivers: { type: 'array', items: waiver, description: 'Breaking changes that do not make `portolan check` fail.' },
    'sign-offs': {
      type: 'array',
      items: signOff,
      description: 'Consumers whose teams are ready for a breaking change.',
    },
    'require-version': {
      type: 'boolean',
      description: 'Whether `portolan check` fails when `info.version` grew less than the changes ask for.',
    },
  },
} as const;
