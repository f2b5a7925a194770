import { keysOf, pointerOf } from '@portolan/base';
import { formatOf } from '@portolan/contract/text';
import { isMap, isScalar, type Pair, Scalar } from 'yaml';
import { own } from '../tree/aliases.ts';
import { at, child, items, type MapNode, mapOf, pairOf, put, referenceOf, take, textOf } from '../tree/nodes.ts';
import { type Context, type Convert, idOf, report } from './context.ts';
import { CONVERT_KEPT, CONVERT_LOST } from './findings.ts';
import { convertTraits, fromTraits, settleTraits, traitsOf } from './traits.ts';

/** A message of 2.x: its `schemaFormat` moves to the payload, its `messageId` becomes a key of its channel. */
export const convertMessage: Convert = (context, node, from, to) => {
  own(node, context.tree);
  const traits = traitsOf(context, node, from);
  const given = fromTraits(traits, 'schemaFormat');
  const written = take(node, 'schemaFormat');
  const format = given?.text ?? textOf(written?.value);
  const id = textOf(take(node, 'messageId')?.value);
  const key = keysOf(from).at(-1);
  if (id !== undefined && id !== key && from.startsWith('/components/messages/')) {
    const needed = () => context.messageIds.has(idOf({ location: context.location, pointer: from }));
    const what = `the message id \`${id}\` of a message that no operation has`;
    context.waiting.push({ what, pointer: pointerOf(from, 'messageId'), needed });
  }
  settleTraits(context, node, traits, from, 'the message');
  convertTraits(context, node, from, 'message');
  if (format !== undefined) wrapPayload(context, node, format, written, from, to);
  if (given) context.formats.add(idOf(given.trait));
  for (const [index, example] of items(child(node, 'examples')).entries()) {
    if (!isMap(example) || pairOf(example, 'payload') || pairOf(example, 'headers')) continue;
    const reason = 'an example of AsyncAPI 3 has a `payload` or `headers`';
    report(context, CONVERT_KEPT, pointerOf(from, 'examples', index), { what: 'The example', reason });
  }
};

/** The payload with its language, as a Multi Format Schema Object. */
function wrapPayload(
  context: Context,
  node: MapNode,
  format: string,
  written: Pair<unknown, unknown> | undefined,
  from: string,
  to: string,
): void {
  const payload = pairOf(node, 'payload');
  if (!payload) {
    report(context, CONVERT_LOST, pointerOf(from, 'schemaFormat'), {
      what: 'the `schemaFormat` of a message without payload',
    });
    return;
  }
  if (wrapComponent(context, payload.value, format)) return;
  const wrapped = mapOf([['schemaFormat', isScalar(written?.value) ? written.value : new Scalar(format)]]);
  const schema = pairOf(wrapped, 'schemaFormat');
  if (written && schema) schema.key = written.key;
  put(wrapped, 'schema', payload.value);
  payload.value = wrapped;
  context.moves.push({ from: pointerOf(from, 'payload'), to: pointerOf(to, 'payload', 'schema'), inside: true });
}

/**
 * Lets a schema of the components say its language itself, when it is no JSON Schema and everybody who refers to it means
 * that language: only then is it right where it stands.
 */
function wrapComponent(context: Context, payload: unknown, format: string): boolean {
  const name = /^#\/components\/schemas\/([^/%~]+)$/.exec(referenceOf(payload) ?? '')?.[1];
  if (name === undefined || ['asyncapi', 'json-schema'].includes(formatOf(format))) return false;
  if (context.wrapped.get(name) === format) return true;
  const uses = context.schemaFormats.get(name);
  const pair = pairOf(at(context.root, ['components', 'schemas']), name);
  if (!pair || referenceOf(pair.value) !== undefined || uses?.size !== 1 || !uses.has(format)) return false;
  context.wrapped.set(name, format);
  pair.value = mapOf([
    ['schemaFormat', new Scalar(format)],
    ['schema', pair.value],
  ]);
  const place = pointerOf('/components/schemas', name);
  context.moves.push({ from: place, to: pointerOf(place, 'schema'), inside: true });
  return true;
}

/** Gives a message the name that people called it by, when its key cannot be that any more. */
export function keepName(node: unknown, called: string, key: string): void {
  if (isMap(node) && called !== key && !pairOf(node, 'name')) put(node as MapNode, 'name', new Scalar(called), '');
}
