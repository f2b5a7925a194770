import { type Scenario, scenario, v2, v3 } from './scenario.test-support.ts';

/** Scenarios about operations, messages and schemas that Spectral and parser-js have alike. */

const operations = (one: string, other: string, components = '') =>
  v2(`channels: { a: { publish: ${one} }, b: { publish: ${other} } }\n${components}`);
const named = (id: string) => `{ operationId: ${id}, message: { payload: { type: string } } }`;
const byTrait = (trait: string) =>
  `{ traits: [{ $ref: '#/components/operationTraits/${trait}' }], message: { payload: { type: string } } }`;
const operationTraits = 'components: { operationTraits: { x: { operationId: x }, y: { operationId: y } } }\n';

export function operationIds(unique: string): Scenario[] {
  const same = v2(`channels: { a: { publish: ${named('x')}, subscribe: ${named('x')} } }\n`);
  const three = v2(
    `channels: { a: { publish: ${named('x')} }, b: { publish: ${named('x')} }, c: { publish: ${named('x')} } }\n`,
  );
  return [
    scenario(unique, 'different ids', operations(named('x'), named('y'))),
    scenario(unique, 'different ids by traits', operations(byTrait('x'), byTrait('y'), operationTraits)),
    scenario(unique, 'two alike', operations(named('x'), named('x')), ['OPERATION_ID_DUPLICATE']),
    scenario(unique, 'two alike in one channel', same, ['OPERATION_ID_DUPLICATE']),
    scenario(unique, 'three alike', three, ['OPERATION_ID_DUPLICATE']),
    scenario(unique, 'two alike by a trait', operations(byTrait('x'), byTrait('x'), operationTraits), [
      'OPERATION_ID_DUPLICATE',
    ]),
    scenario(unique, 'one by a trait, one of its own', operations(named('x'), byTrait('x'), operationTraits), [
      'OPERATION_ID_DUPLICATE',
    ]),
    scenario(
      unique,
      'a channel in components has the same id',
      `${operations(named('x'), named('y'))}components: { channels: { c: { publish: ${named('x')} } } }\n`,
    ),
  ];
}

const messages = (one: string, other: string, components = '') =>
  v2(`channels: { a: { publish: { message: ${one} } }, b: { publish: { message: ${other} } } }\n${components}`);
const called = (id: string) => `{ messageId: ${id}, payload: { type: string } }`;
const calledByTrait = (trait: string) =>
  `{ traits: [{ $ref: '#/components/messageTraits/${trait}' }], payload: { type: string } }`;
const messageTraits = 'components: { messageTraits: { x: { messageId: x }, y: { messageId: y } } }\n';

export function messageIds(unique: string): Scenario[] {
  return [
    scenario(unique, 'different ids', messages(called('x'), called('y'))),
    scenario(unique, 'different ids by traits', messages(calledByTrait('x'), calledByTrait('y'), messageTraits)),
    scenario(unique, 'two alike', messages(called('x'), called('x')), ['MESSAGE_ID_DUPLICATE']),
    scenario(unique, 'two alike by a trait', messages(calledByTrait('x'), calledByTrait('x'), messageTraits), [
      'MESSAGE_ID_DUPLICATE',
    ]),
    scenario(unique, 'different ids in oneOf', messages(`{ oneOf: [${called('x')}, ${called('y')}] }`, called('z'))),
    scenario(unique, 'two alike in oneOf', messages(`{ oneOf: [${called('x')}, ${called('x')}] }`, called('z')), [
      'MESSAGE_ID_DUPLICATE',
    ]),
    scenario(
      unique,
      'one message in two channels',
      messages(
        "{ $ref: '#/components/messages/m' }",
        "{ $ref: '#/components/messages/m' }",
        `components: { messages: { m: ${called('x')} } }\n`,
      ),
    ),
  ];
}

const twice = 'tags: [{ name: one }, { name: one }]';
const body = 'payload: { type: string }';

export function uniqueTags(rule: string, newer = rule): Scenario[] {
  const found = ['TAG_NAME_DUPLICATE'];
  return [
    scenario(rule, 'different names', v2('tags: [{ name: one }, { name: two }]\nchannels: {}\n')),
    scenario(rule, 'of the application', v2(`${twice}\nchannels: {}\n`), found),
    scenario(rule, 'three alike', v2('tags: [{ name: one }, { name: one }, { name: one }]\nchannels: {}\n'), found),
    scenario(
      rule,
      'of a server',
      v2(`servers: { a: { url: a.example.com, protocol: mqtt, ${twice} } }\nchannels: {}\n`),
      found,
    ),
    scenario(rule, 'of an operation', v2(`channels: { a: { publish: { ${twice}, message: { ${body} } } } }\n`), found),
    scenario(
      rule,
      'of an operation’s trait',
      v2(`channels: { a: { publish: { traits: [{ ${twice} }], message: { ${body} } } } }\n`),
      found,
    ),
    scenario(rule, 'of a message', v2(`channels: { a: { publish: { message: { ${twice}, ${body} } } } }\n`), found),
    scenario(
      rule,
      'of a message’s trait',
      v2(`channels: { a: { publish: { message: { ${body}, traits: [{ ${twice} }] } } } }\n`),
      found,
    ),
    scenario(
      newer,
      'of the application, 3.x',
      `asyncapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0, ${twice} }\n`,
      found,
    ),
    scenario(newer, 'of a channel, 3.x', v3(`channels: { a: { ${twice} } }\n`), found),
    scenario(newer, 'of a message, 3.x', v3(`channels: { a: { messages: { m: { ${twice}, ${body} } } } }\n`), found),
  ];
}

const example = (message: string) => v2(`channels: { a: { publish: { message: ${message} } } }\n`);

export function messageExamples(rule: string): Scenario[] {
  const text = 'payload: { type: string }';
  const wrong = ['MESSAGE_EXAMPLE_MISMATCH'];
  return [
    scenario(
      rule,
      'it fits',
      example(`{ ${text}, headers: { type: object }, examples: [{ payload: a, headers: { b: c } }] }`),
    ),
    scenario(rule, 'it does not', example(`{ ${text}, examples: [{ payload: 1 }] }`), wrong),
    scenario(rule, 'in oneOf', example(`{ oneOf: [{ ${text}, examples: [{ payload: 1 }] }] }`), wrong),
    scenario(
      rule,
      'headers do not fit',
      example(`{ ${text}, headers: { type: object, required: [a] }, examples: [{ headers: {} }] }`),
      wrong,
    ),
    scenario(
      rule,
      'several mistakes',
      example(
        `{ payload: { type: object, required: [a, b], properties: { a: { type: string } } }, examples: [{ payload: { a: 1 } }] }`,
      ),
      wrong,
    ),
    scenario(
      rule,
      'a message in components of a document without channels',
      v3(`components: { messages: { m: { ${text}, examples: [{ payload: 1 }] } } }\n`),
      wrong,
    ),
    scenario(
      rule,
      'a trait brings the schema of the headers',
      example(`{ ${text}, traits: [{ headers: { type: object, required: [a] } }], examples: [{ headers: {} }] }`),
      wrong,
    ),
  ];
}

const payload = (schema: string) => v2(`channels: { a: { publish: { message: { payload: ${schema} } } } }\n`);

export function valuesInSchemas(defaults: string, examples: string): Scenario[] {
  const wrongDefault = ['SCHEMA_DEFAULT_MISMATCH'];
  const wrongExample = ['SCHEMA_EXAMPLE_MISMATCH'];
  const inParameter = (member: string) =>
    v2(`channels: { 'a/{p}': { parameters: { p: { schema: { type: string, ${member} } } } } }\n`);
  const inLibrary = (member: string) =>
    v2(`channels: {}\ncomponents: { schemas: { S: { type: string, ${member} } } }\n`);
  const parameter =
    'A parameter of 3.x has no schema; the Contract keeps only the texts of a 2.x schema, and another value is none.';
  return [
    scenario(defaults, 'it fits', payload('{ type: string, default: a }')),
    scenario(defaults, 'it does not', payload('{ type: string, default: 1 }'), wrongDefault),
    scenario(
      defaults,
      'of a member',
      payload('{ type: object, properties: { a: { type: integer, default: one } } }'),
      wrongDefault,
    ),
    scenario(defaults, 'of a schema in components', inLibrary('default: 1'), wrongDefault),
    scenario(defaults, 'of a parameter', inParameter('default: 1'), [], parameter),
    scenario(examples, 'it fits', payload('{ type: string, examples: [a] }')),
    scenario(examples, 'it does not', payload('{ type: string, examples: [a, 1] }'), wrongExample),
    scenario(
      examples,
      'of a member',
      payload('{ type: object, properties: { a: { type: integer, examples: [one] } } }'),
      wrongExample,
    ),
    scenario(examples, 'of a schema in components', inLibrary('examples: [1]'), wrongExample),
    scenario(examples, 'of a parameter', inParameter('examples: [1]'), [], parameter),
  ];
}
