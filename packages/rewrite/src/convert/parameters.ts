import { keysOf, pointerOf } from '@portolan/base';
import { isMap, isScalar, isSeq, type Node, Scalar } from 'yaml';
import { copy, own } from '../tree/aliases.ts';
import type { Place } from '../tree/files.ts';
import { child, items, keyOf, listOf, type MapNode, pairOf, pairs, plain, put, take, textOf } from '../tree/nodes.ts';
import { type Context, follow, report, sourceOf } from './context.ts';
import { CONVERT_LOST } from './findings.ts';
import { seen } from './members.ts';

/** Keywords that are carried over. That the type is `string` need not be said: a part of an address is a text. */
const CARRIED = new Set(['description', 'enum', 'const', 'default', 'examples']);

/** A parameter of 2.x: what its schema says stands on the parameter itself, as far as there are words for it. */
export function convertParameter(context: Context, node: MapNode, from: string): void {
  own(node, context.tree);
  const pair = pairOf(node, 'schema');
  if (!pair) return;
  const pointer = pointerOf(from, 'schema');
  const before = previousKey(node, 'schema');
  take(node, 'schema');
  if (!isMap(pair.value)) return;
  const schema = follow(context, pair.value, pointer) ?? seen(context, pair.value as MapNode, pointer);
  if (!schema || !isMap(schema.node)) {
    report(context, CONVERT_LOST, pointer, { what: 'the schema of the parameter, which nobody could look at,' });
    return;
  }
  let after = before;
  for (const [key, value] of carried(context, schema, pointer)) {
    if (pairOf(node, key)) continue;
    put(node, key, value, after);
    after = key;
  }
  const lost = pairs(schema.node)
    .map(keyOf)
    .filter(key => !CARRIED.has(key) && !(key === 'type' && textOf(child(schema.node, 'type')) === 'string'));
  if (lost.length === 0) return;
  report(context, CONVERT_LOST, pointer, {
    what: `${lost.map(key => `\`${key}\``).join(', ')} in the schema of the parameter \`${keysOf(from).at(-1)}\``,
  });
}

function carried(context: Context, schema: Place, pointer: string): [string, Node][] {
  const found: [string, Node][] = [];
  const description = child(schema.node, 'description');
  if (textOf(description) !== undefined) found.push(['description', copied(context, schema, description as Node)]);
  const only = child(schema.node, 'const');
  const allowed = child(schema.node, 'enum') ?? (only && listOf([only]));
  if (isSeq(allowed)) found.push(['enum', textsOf(context, schema, allowed, `${pointer}/enum`)]);
  const fallback = child(schema.node, 'default');
  if (isScalar(fallback)) found.push(['default', asText(copied(context, schema, fallback))]);
  const samples = child(schema.node, 'examples');
  if (isSeq(samples)) found.push(['examples', textsOf(context, schema, samples, `${pointer}/examples`)]);
  return found;
}

function textsOf(context: Context, schema: Place, list: Node, pointer: string): Node {
  const made = copied(context, schema, list);
  if (!isSeq(made)) return made;
  const scalars = items(made).filter(isScalar);
  const others = made.items.length - scalars.length;
  if (others > 0)
    report(context, CONVERT_LOST, pointer, { what: 'what is no text in the list of values of the parameter' });
  made.items = scalars.map(asText);
  return made;
}

/** A number or a truth value as it stands in an address. */
function asText(scalar: Node): Node {
  if (!isScalar(scalar) || typeof scalar.value === 'string') return scalar;
  const text = new Scalar(String(plain(scalar)));
  return Object.assign(text, { comment: scalar.comment, commentBefore: scalar.commentBefore });
}

function copied(context: Context, schema: Place, node: Node): Node {
  return copy(node, sourceOf(context, schema));
}

function previousKey(map: MapNode, key: string): string {
  const index = map.items.findIndex(pair => keyOf(pair) === key);
  const previous = map.items[index - 1];
  return previous ? keyOf(previous) : '';
}
