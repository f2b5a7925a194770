import type { FindingKind } from '@portolan/base';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
`;

export const SOURCE_SYNTAX: FindingKind = {
  code: 'SOURCE_SYNTAX',
  severity: 'error',
  says: 'This is neither YAML nor JSON: {reason}.',
  why: 'Portolan leaves the damaged part out and reads the rest; other tools read nothing at all.',
  help: 'Mend the text at this place; most often it is an indentation, a missing quote or a missing colon.',
  source: 'YAML 1.2; RFC 8259',
  bad: 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  description: |of orders\n  version: 1.0.0\n',
  good,
};

export const SOURCE_EMPTY: FindingKind = {
  code: 'SOURCE_EMPTY',
  severity: 'error',
  says: 'The file is empty.',
  why: 'An empty file says nothing, and an editor that crashed while saving leaves one behind.',
  help: 'Write a document, or delete the file. `portolan init` writes one to start from.',
  bad: '# nothing but a comment\n',
  good,
};

export const SOURCE_DUPLICATE_KEY: FindingKind = {
  code: 'SOURCE_DUPLICATE_KEY',
  severity: 'error',
  says: 'The key `{key}` stands twice in the same object.',
  why: 'Parsers disagree on which of the two counts, so two readers see two different documents.',
  help: 'Keep one of them. Until then the first one counts here.',
  source: 'YAML 1.2 section 3.2.1.3; RFC 8259 section 4',
  bad: 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  title: Order events\n  version: 1.0.0\n',
  good,
};

export const SOURCE_KEY_NOT_TEXT: FindingKind = {
  code: 'SOURCE_KEY_NOT_TEXT',
  severity: 'error',
  says: 'A key is a list or an object instead of text.',
  why: 'JSON knows text keys only, and AsyncAPI is defined on JSON.',
  help: 'Write the key as text; a key that begins with a brace needs quotes around it.',
  source: 'AsyncAPI 3.1.0, Format',
  bad: 'asyncapi: 3.1.0\n? [a, b]\n: 1\ninfo:\n  title: Orders\n  version: 1.0.0\n',
  good,
};

export const SOURCE_TAG: FindingKind = {
  code: 'SOURCE_TAG',
  severity: 'error',
  says: 'The YAML tag `{tag}` is not part of JSON and is ignored.',
  why: 'AsyncAPI limits YAML to the tags that JSON can express; other readers may refuse the document.',
  help: 'Remove the tag, or write the value in quotes when it is meant as text.',
  source: 'AsyncAPI 3.1.0, Format',
  bad: 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: !semver 1.0.0\n',
  good,
};

export const SOURCE_SEVERAL_DOCUMENTS: FindingKind = {
  code: 'SOURCE_SEVERAL_DOCUMENTS',
  severity: 'error',
  says: 'The file holds {count} YAML documents; only the first one is read.',
  why: 'A reference to a file names one document, so the others could never be reached.',
  help: 'Put each document into a file of its own.',
  bad: 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\n---\nasyncapi: 3.1.0\n',
  good,
};

export const SOURCE_ALIAS: FindingKind = {
  code: 'SOURCE_ALIAS',
  severity: 'error',
  says: 'The alias `*{name}` {problem}.',
  why: 'An alias that cannot be expanded leaves a hole; one that multiplies itself is how a few lines exhaust a machine.',
  help: 'Use a reference (`$ref`) into `components` in place of YAML aliases.',
  bad: 'asyncapi: 3.1.0\ninfo:\n  title: *name\n  version: 1.0.0\n',
  good,
};
