import type { FindingKind } from '@portolan/base';

const head = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
`;

const sending = `${head}channels:
  placed:
    address: orders.placed
    messages:
      placed:
        payload:
          type: object
operations:
  sendPlaced:
    action: send
    channel:
      $ref: '#/channels/placed'
`;

const kafka = `${head}channels:
  placed:
    address: orders.placed
    bindings:
      kafka:
        partitions: 6
        replicas: 3
        bindingVersion: 0.5.0
`;

const referring = `${head}channels:
  placed:
    address: orders.placed
    messages:
      placed:
        $ref: '#/components/messages/placed'
components:
  messages:
    placed:
      summary: An order was placed.
      contentType: application/json
  schemas:
    order:
      type: object
`;

export const GRAMMAR_REQUIRED_MISSING: FindingKind = {
  code: 'GRAMMAR_REQUIRED_MISSING',
  severity: 'error',
  says: '{owner} lacks {field}.',
  why: 'The specification demands it, because readers cannot do without: an operation without `action` may send or receive.',
  help: 'Add {field}.',
  source: 'AsyncAPI 3.1.0, fields marked as required',
  bad: sending.replace('    action: send\n', ''),
  good: sending,
};

export const GRAMMAR_WRONG_TYPE: FindingKind = {
  code: 'GRAMMAR_WRONG_TYPE',
  severity: 'error',
  says: '{subject} must be {expected}, but is {found}.',
  why: 'Readers take the value for what the specification says it is; another type stops some of them and misleads the rest.',
  help: 'Write {expected} here.{hint}',
  source: 'AsyncAPI 3.1.0, the type of each field; the specification of the binding',
  bad: kafka.replace('partitions: 6', 'partitions: six'),
  good: kafka,
};

export const GRAMMAR_VALUE_NOT_ALLOWED: FindingKind = {
  code: 'GRAMMAR_VALUE_NOT_ALLOWED',
  severity: 'error',
  says: '{subject} must be {expected}, but is {found}.',
  why: 'The specification limits what may stand here, and readers rely on that.',
  help: 'Write {expected} here.{hint}',
  source: 'AsyncAPI 3.1.0, the description of each field; the specification of the binding',
  bad: sending.replace('action: send', 'action: publish'),
  good: sending,
};

export const GRAMMAR_UNKNOWN_FIELD: FindingKind = {
  code: 'GRAMMAR_UNKNOWN_FIELD',
  severity: 'error',
  says: '{owner} has no field `{field}` in {edition}.',
  why: 'Nobody reads a field that is not in the specification; most often it is misspelt or stands one level too deep.',
  help: 'Remove it, or let its name begin with `x-` to make it an extension.{hint}',
  source: 'AsyncAPI 3.1.0, the fixed fields of each object; Specification Extensions',
  bad: sending.replace('    address:', '    adress:'),
  good: sending,
};

export const GRAMMAR_FIELD_NOT_IN_VERSION: FindingKind = {
  code: 'GRAMMAR_FIELD_NOT_IN_VERSION',
  severity: 'error',
  says: '{owner} has `{field}` {when}; this is {edition}.',
  why: 'Readers of this version do not know the field, so what it says is lost on them.',
  help: 'Change the version, or remove the field.',
  source: 'The release notes of AsyncAPI 2.1 to 3.1; the specification of the binding',
  bad: 'asyncapi: 2.0.0\ninfo:\n  title: Orders\n  version: 1.0.0\nchannels:\n  orders.placed:\n    servers: [production]\n',
  good: 'asyncapi: 2.6.0\ninfo:\n  title: Orders\n  version: 1.0.0\nchannels:\n  orders.placed:\n    servers: [production]\n',
};

export const GRAMMAR_KEY_NOT_ALLOWED: FindingKind = {
  code: 'GRAMMAR_KEY_NOT_ALLOWED',
  severity: 'error',
  says: 'The key `{key}` must be {expected}.',
  why: 'Keys become parts of references, addresses and names in generated code; other characters break them.',
  help: 'Rename it, for example to `{like}`, and correct what refers to it.',
  source: 'AsyncAPI 3.1.0, Components Object, Parameters Object, Servers Object, Specification Extensions',
  bad: referring.replace('    order:', '    order placed:'),
  good: referring,
};

export const GRAMMAR_FIELDS_EXCLUDE: FindingKind = {
  code: 'GRAMMAR_FIELDS_EXCLUDE',
  severity: 'error',
  says: '{owner} has {fields}, but only one of them may be there.',
  why: 'Each of them says something that the other one denies.',
  help: 'Keep the one that is meant.',
  source: 'The specification of the binding',
  bad: `${head}channels:
  placed:
    bindings:
      ibmmq:
        queue:
          objectName: ORDERS
        topic:
          objectName: PLACED
`,
  good: `${head}channels:
  placed:
    bindings:
      ibmmq:
        destinationType: queue
        queue:
          objectName: ORDERS
`,
};

export const GRAMMAR_REFERENCE_EXPECTED: FindingKind = {
  code: 'GRAMMAR_REFERENCE_EXPECTED',
  severity: 'error',
  says: '{subject} must be a reference (`$ref`), but is {found}.',
  why: 'Here the specification wants a thing to be named, not repeated, so that two places cannot tell it differently.',
  help: "Write the thing where it belongs and refer to it: `$ref: '{like}'`.",
  source: 'AsyncAPI 3.1.0, Operation Object, Channel Object, Operation Reply Object',
  bad: sending.replace("$ref: '#/channels/placed'", 'address: orders.placed'),
  good: sending,
};

export const GRAMMAR_REFERENCE_SIBLINGS: FindingKind = {
  code: 'GRAMMAR_REFERENCE_SIBLINGS',
  severity: 'warning',
  says: '{fields} beside `$ref` {verb} ignored.',
  why: 'A reference stands for the thing that it names; what is written beside it has no effect, though it looks as if it had.',
  help: 'Move it to the thing that is referred to, or write that thing here in place of the reference.',
  source: 'AsyncAPI 3.1.0, Reference Object',
  bad: referring.replace("messages/placed'\n", "messages/placed'\n        summary: Another summary.\n"),
  good: referring,
};

export const GRAMMAR_REFERENCE_NOT_ALLOWED: FindingKind = {
  code: 'GRAMMAR_REFERENCE_NOT_ALLOWED',
  severity: 'warning',
  says: 'The specification has no reference in the place of {subject}.',
  why: 'Some tools follow references everywhere and some only where the specification has them, where this document breaks.',
  help: 'Write the thing here, or refer to its parts one level deeper.',
  source: 'AsyncAPI 3.1.0, Reference Object',
  bad: {
    'asyncapi.yaml': "asyncapi: 3.1.0\ninfo:\n  $ref: 'info.yaml'\n",
    'info.yaml': 'title: Orders\nversion: 1.0.0\n',
  },
  good: 'asyncapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\n',
};

export const GRAMMAR_REFERENCE_WRONG_KIND: FindingKind = {
  code: 'GRAMMAR_REFERENCE_WRONG_KIND',
  severity: 'error',
  says: '{subject} must be {expected}, but `{reference}` is {found}.',
  why: 'The reference leads somewhere, so nothing looks wrong until a reader takes the one thing for the other.',
  help: 'Refer to {expected}.',
  source: 'AsyncAPI 3.1.0, Reference Object',
  bad: referring.replace("'#/components/messages/placed'", "'#/components/schemas/order'"),
  good: referring,
};

export const GRAMMAR_TOO_DEEP: FindingKind = {
  code: 'GRAMMAR_TOO_DEEP',
  severity: 'error',
  says: 'The document is nested deeper than {limit} levels here; what lies below is not checked.',
  why: 'Nobody writes that by hand, and programs that read it run out of memory.',
  help: 'Move inner parts to `components` and refer to them.',
  bad: `${head}channels:\n  placed:\n    messages:\n      placed:\n        payload: ${'{items: '.repeat(210)}true${'}'.repeat(210)}\n`,
  good: `${head}channels:\n  placed:\n    messages:\n      placed:\n        payload: {items: {items: true}}\n`,
};

export const BINDING_UNKNOWN: FindingKind = {
  code: 'BINDING_UNKNOWN',
  severity: 'warning',
  says: '`{key}` is no protocol that has bindings; its binding is not checked.',
  why: 'A misspelt key hides a binding from everybody who looks for it.',
  help: 'Use the key of a protocol, such as `kafka`, `amqp`, `mqtt`, `ws`, `http` or `nats`.{hint}',
  source: 'AsyncAPI 3.1.0, Server, Channel, Operation and Message Bindings Object',
  bad: kafka.replace('kafka:', 'kafak:'),
  good: kafka,
};

export const BINDING_VERSION_UNKNOWN: FindingKind = {
  code: 'BINDING_VERSION_UNKNOWN',
  severity: 'warning',
  says: '{owner} has no version `{version}`; it is read as {readAs}.',
  why: 'The version decides which fields there are.',
  help: 'Write one of {versions}, or leave `bindingVersion` out to mean the latest.',
  source: 'The specification of the binding',
  bad: kafka.replace('0.5.0', '5.0.0'),
  good: kafka,
};

export const BINDING_FIELD_OUTDATED: FindingKind = {
  code: 'BINDING_FIELD_OUTDATED',
  severity: 'warning',
  says: '{owner} has `{field}` {when}, and without `bindingVersion` the latest is meant: {latest}.',
  why: 'Readers of the latest version do not know the field any more.',
  help: 'Say which version is meant with `bindingVersion`, or remove the field.',
  source: 'The specification of the binding',
  bad: sending.replace(
    '    action: send\n',
    '    action: send\n    bindings:\n      amqp:\n        replyTo: orders.replies\n',
  ),
  good: sending.replace(
    '    action: send\n',
    '    action: send\n    bindings:\n      amqp:\n        replyTo: orders.replies\n        bindingVersion: 0.2.0\n',
  ),
};
