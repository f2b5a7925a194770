import { globSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { expect, test } from 'vitest';
import { corpus, errorsOf, inOneLine, judge } from './judge.test-support.ts';

/**
 * The compatibility kit of the AsyncAPI Initiative: documents whose names say whether they are valid. A valid one has no
 * finding that is an error, an invalid one has at least one.
 */
const { path, load } = corpus('asyncapi-tck');
const documents = globSync('**/{valid,invalid}*.yaml', { cwd: path })
  .map(file => file.split(sep).join('/'))
  .sort();

/** Documents that Portolan judges otherwise than the kit, each with the passage that decides. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'asyncapi-2.0/Message Object/invalid-examples-item.yaml':
    '2.0.0, Message Object, examples: an item is a map of texts to anything; the Message Example Object that would forbid this one came with 2.1.0.',
  'asyncapi-2.0/Message Trait Object/invalid-examples-item.yaml':
    '2.0.0, Message Trait Object, examples: an item is a map of texts to anything; the form of examples came to traits with 2.2.0.',
  'asyncapi-2.0/Parameter Object/valid-extra-parameter.yaml':
    '2.0.0, Parameters Object, Patterned Fields: the name of a parameter MUST match a name that the channel uses, and this one does not.',
  'asyncapi-2.0/Parameter Object/valid-parameter-not-defined.yaml':
    '2.0.0, Parameters Object: the map MUST hold all parameters that the channel uses, and one is missing here.',
  'asyncapi-2.0/Server Variable Object/invalid-examples-item.yaml':
    '2.0.0, Server Variable Object, examples: no sentence ties them to `enum`, so an example outside of it is a warning and no error.',
  'asyncapi-2.0/Server Variable Object/valid-variable-not-defined.yaml':
    '2.0.0, Server Object, url: names in braces are replaced by the values of `variables`; without one this server has no address to connect to.',
  'bindings/ibmmq/0.1.0/Server BIndings Object/valid.yaml':
    'IBM MQ binding 0.1.0, Server Binding Object, cipherSpec: it MUST NOT be given for the protocol `ibmmq`, which this server speaks.',
  'bindings/kafka/0.1.0/Message Bindings Object/Fields Types/invalid-key-type.yaml':
    'Kafka binding 0.1.0, Message Binding Object, key: it is a Schema Object, and 2.0.0, Schema Object, lets it hold keywords of other vocabularies such as this one.',
};

const wrong = new Map<string, string[]>();
for (const file of documents) {
  const findings = await judge(file, load(file) ?? '', load);
  const errors = errorsOf(findings);
  const valid = basename(file).startsWith('valid');
  if (valid !== (errors.length === 0)) wrong.set(file, (valid ? errors : findings).map(inOneLine));
}
const right = documents.length - wrong.size;
const rate = (100 * right) / documents.length;

test('the kit is there', () => {
  expect(documents.length).toBe(415);
});

test(`${right} of ${documents.length} documents are judged as the kit judges them: ${rate.toFixed(1)} %`, () => {
  expect(rate).toBeGreaterThanOrEqual(97);
});

test('every other one is argued for, and no argument is left over', () => {
  const unargued = [...wrong].filter(([file]) => !(file in EXCEPTIONS));
  expect(Object.fromEntries(unargued)).toEqual({});
  expect(Object.keys(EXCEPTIONS).filter(file => !wrong.has(file))).toEqual([]);
});

test('an example of a server variable outside of its values is at least a warning', async () => {
  const file = 'asyncapi-2.0/Server Variable Object/invalid-examples-item.yaml';
  const findings = await judge(file, load(file) ?? '');
  expect(findings.map(({ code }) => code)).toContain('SERVER_VARIABLE_DEFAULT');
});
