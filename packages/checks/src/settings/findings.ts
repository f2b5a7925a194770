import type { FindingKind } from '@portolan/base';
import { DIRECTION_UNUSED } from './directions-findings.ts';
import { SIGN_OFF_UNUSED, WAIVER_EXPIRED, WAIVER_UNUSED } from './waiving-findings.ts';

const orders = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
  description: Takes orders.
  x-owner: sales
channels:
  placed:
    address: orders.placed
`;

/** A settings file beside a document. */
const beside = (settings: string, more: Readonly<Record<string, string>> = {}) => ({
  'portolan.yaml': `version: 1\n${settings}`,
  ...more,
  'orders.yaml': orders,
});

const strict = beside('rules:\n  set: strict\n');

export const SETTINGS_VALUE_WRONG: FindingKind = {
  code: 'SETTINGS_VALUE_WRONG',
  severity: 'error',
  says: '{subject} must be {expected}, but is {found}.',
  why: 'What cannot be understood is left out, so the documents are judged as if it did not stand there.',
  help: 'Write {expected} here.{hint}',
  bad: beside('rules:\n  set: strickt\n'),
  good: strict,
};

export const SETTINGS_MEMBER_MISSING: FindingKind = {
  code: 'SETTINGS_MEMBER_MISSING',
  severity: 'error',
  says: '{subject} lacks `{member}`.',
  why: 'Without it nobody can tell what is meant, so it is left out.',
  help: 'Add `{member}`: {about}',
  bad: beside('exclude:\n  - rule: INFO_LICENSE_MISSING\n'),
  good: beside('exclude:\n  - rule: DOCUMENT_WITHOUT_OPERATIONS\n    reason: The operations follow in spring.\n'),
};

export const SETTINGS_MEMBER_UNKNOWN: FindingKind = {
  code: 'SETTINGS_MEMBER_UNKNOWN',
  severity: 'error',
  says: '{subject} has no member `{member}`.',
  why: 'It has no effect, though it looks as if it had; most often it is misspelt or stands one level too deep.',
  help: 'Remove it, or write one of {members}.{hint}',
  bad: beside('rule:\n  set: strict\n'),
  good: strict,
};

export const SETTINGS_RULE_UNKNOWN: FindingKind = {
  code: 'SETTINGS_RULE_UNKNOWN',
  severity: 'warning',
  says: 'No rule is called `{code}`.',
  why: 'A decision about a rule that is not there has no effect, and whoever wrote it believes that it has.',
  help: '`portolan rules` lists all that there are.{hint}',
  bad: beside('rules:\n  severities:\n    INFO_LICENCE_MISSING: error\n'),
  good: beside('rules:\n  severities:\n    INFO_LICENSE_MISSING: error\n'),
};

export const SETTINGS_CODE_TAKEN: FindingKind = {
  code: 'SETTINGS_CODE_TAKEN',
  severity: 'error',
  says: 'There is another rule `{code}`; this one is left out.',
  why: 'Severities and excludes name rules by their codes, so two of the same code could not be told apart.',
  help: 'Give it another code; with `TEAM_` at its beginning it never meets one of Portolan’s.',
  bad: beside(
    'assertions:\n  - code: INFO_OWNER_MISSING\n    on: info\n    must: { field: contact.name, defined: true }\n',
  ),
  good: beside('assertions:\n  - code: TEAM_CONTACT\n    on: info\n    must: { field: title, defined: true }\n'),
};

export const SETTINGS_EXTENDS_FAILED: FindingKind = {
  code: 'SETTINGS_EXTENDS_FAILED',
  severity: 'error',
  says: 'The settings `{path}` cannot be taken in: {reason}.',
  why: 'What the team decided there does not count as long as it cannot be read.',
  help: 'Name a settings file, relative to this one.',
  bad: beside('extends: shared/portolan.yaml\n'),
  good: beside('extends: shared/portolan.yaml\n', { 'shared/portolan.yaml': 'version: 1\nrules:\n  set: strict\n' }),
};

export const SETTINGS_PLUGIN_FAILED: FindingKind = {
  code: 'SETTINGS_PLUGIN_FAILED',
  severity: 'error',
  says: 'The rules in `{path}` cannot be used: {reason}.',
  why: 'The documents are judged without these rules, so what they would find is not found.',
  help: 'Mend the module. It exports a rule or a list of rules as its default, or a function that makes them: `export default ({ rule }) => rule({ … })`.',
  bad: beside('plugins: [rules/naming.ts]\n', { 'rules/naming.ts': 'export default 42;\n' }),
  good: beside('plugins: [rules/naming.ts]\n', {
    'rules/naming.ts': `export default ({ rule }) => rule({
  code: 'TEAM_TITLE',
  severity: 'warning',
  says: 'The title is {title}.',
  why: 'Titles are short here.',
  help: 'Shorten it.',
  bad: '',
  good: '',
  info(info, { report }) {
    if (info.title.length > 20) report(info, { title: info.title });
  },
});
`,
  }),
};

export const SETTINGS_PLUGIN_NOT_LOADED: FindingKind = {
  code: 'SETTINGS_PLUGIN_NOT_LOADED',
  severity: 'warning',
  says: 'The rules in `{path}` are not loaded, because nobody allowed it here.',
  why: 'They are programs, and whoever may write into the folder could run anything on this machine.',
  help: 'Start with `--allow-plugins` when you trust everybody who can write there.',
  bad: beside('plugins: [rules/naming.ts]\n', { 'rules/naming.ts': 'export default [];\n' }),
  good: strict,
};

export const EXCLUDE_EXPIRED: FindingKind = {
  code: 'EXCLUDE_EXPIRED',
  severity: 'warning',
  says: 'The exclude of {rule} ended on {until}; its findings are back.',
  why: 'Whoever wrote it wanted to be reminded: “{reason}”',
  help: 'Mend what it hid and remove it, or set a later day on purpose.',
  bad: beside(
    'exclude:\n  - rule: DOCUMENT_WITHOUT_OPERATIONS\n    reason: The operations follow in spring.\n    until: 2020-03-31\n',
  ),
  good: beside('exclude:\n  - rule: DOCUMENT_WITHOUT_OPERATIONS\n    reason: The operations follow in spring.\n'),
};

export const EXCLUDE_UNUSED: FindingKind = {
  code: 'EXCLUDE_UNUSED',
  severity: 'info',
  says: 'The exclude of {rule} hides nothing.',
  why: 'It will hide the next such finding, of which nobody then hears.',
  help: 'Remove it.',
  bad: beside('exclude:\n  - rule: CHANNEL_ADDRESS_QUERY\n    reason: The old gateway wants it.\n'),
  good: beside('exclude:\n  - rule: DOCUMENT_WITHOUT_OPERATIONS\n    reason: The operations follow in spring.\n'),
};

export const TEAM_RULE_FAILED: FindingKind = {
  code: 'TEAM_RULE_FAILED',
  severity: 'error',
  says: 'The rule {rule} of {from} failed here: {reason}.',
  why: 'What the rule would have said of the rest of the document is missing.',
  help: 'Mend the rule; all others were run.',
  bad: beside('plugins: [rules/naming.ts]\n', {
    'rules/naming.ts': `export default ({ rule }) => rule({
  code: 'TEAM_OWNER',
  severity: 'warning',
  says: 'The owner is nobody.',
  why: 'Somebody has to answer.',
  help: 'Say who.',
  bad: '',
  good: '',
  info: (info, { report }) => info.contact.name || report(info),
});
`,
  }),
  good: beside('plugins: [rules/naming.ts]\n', {
    'rules/naming.ts': `export default ({ rule }) => rule({
  code: 'TEAM_OWNER',
  severity: 'warning',
  says: 'The owner is nobody.',
  why: 'Somebody has to answer.',
  help: 'Say who.',
  bad: '',
  good: '',
  info: (info, { report }) => info.extensions['x-owner'] || info.contact?.name || report(info),
});
`,
  }),
};

/** Everything that is said about settings. The examples are a settings file and the document beside it. */
export const settingsFindingKinds: readonly FindingKind[] = [
  SETTINGS_VALUE_WRONG,
  SETTINGS_MEMBER_MISSING,
  SETTINGS_MEMBER_UNKNOWN,
  SETTINGS_RULE_UNKNOWN,
  SETTINGS_CODE_TAKEN,
  SETTINGS_EXTENDS_FAILED,
  SETTINGS_PLUGIN_FAILED,
  SETTINGS_PLUGIN_NOT_LOADED,
  EXCLUDE_EXPIRED,
  EXCLUDE_UNUSED,
  TEAM_RULE_FAILED,
  DIRECTION_UNUSED,
  WAIVER_EXPIRED,
  WAIVER_UNUSED,
  SIGN_OFF_UNUSED,
];
