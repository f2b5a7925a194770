import { pointerOf } from '@portolan/base';
import { isMap, isScalar } from 'yaml';
import { copy, own } from '../tree/aliases.ts';
import type { Place } from '../tree/files.ts';
import { child, items, keyOf, type MapNode, pairOf, pairs, plain, put, take, textOf } from '../tree/nodes.ts';
import { reanchor } from '../tree/references.ts';
import { sameData } from '../tree/same.ts';
import { type Context, type Convert, follow, idOf, report, sourceOf } from './context.ts';
import { CONVERT_LOST, CONVERT_OVERRULED, CONVERT_TRAITS_MERGED } from './findings.ts';
import { convertMember, seen } from './members.ts';
import { convertSecurity } from './security.ts';

/** Members that 3.x says elsewhere, and those that no trait may have. */
const ELSEWHERE = new Set(['operationId', 'messageId', 'schemaFormat', 'message', 'traits']);

/** The traits of an operation or a message, as they were, in their order; those that nobody can look at are left out. */
export function traitsOf(context: Context, node: MapNode, from: string): Place[] {
  const list = child(node, 'traits');
  own(list, context.tree);
  return items(list).flatMap((item, index) => {
    const found = follow(context, item, pointerOf(from, 'traits', index));
    return found && isMap(found.node) ? [found] : [];
  });
}

/** The text that the last of the traits gives a member: in 2.x traits are right, the last one most of all. */
export function fromTraits(traits: readonly Place[], key: string): { text: string; trait: Place } | undefined {
  for (const trait of [...traits].reverse()) {
    const text = textOf(child(trait.node, key));
    if (text !== undefined) return { text, trait };
  }
  return undefined;
}

export const convertOperationTrait: Convert = (context, node, from) => {
  own(node, context.tree);
  const id = textOf(take(node, 'operationId')?.value);
  convertSecurity(context, node, from);
  if (id === undefined) return;
  const what = `the operation id \`${id}\` of a trait that no operation takes it from`;
  context.waiting.push({ what, pointer: pointerOf(from, 'operationId'), needed: () => context.operationIds.has(id) });
};

export const convertMessageTrait: Convert = (context, node, from) => {
  own(node, context.tree);
  const id = textOf(take(node, 'messageId')?.value);
  if (id !== undefined) {
    report(context, CONVERT_LOST, pointerOf(from, 'messageId'), { what: `the message id \`${id}\` of a trait` });
  }
  const format = textOf(take(node, 'schemaFormat')?.value);
  if (format === undefined) return;
  const what = `the \`schemaFormat\` of a trait that no message with a payload has`;
  const id2 = idOf({ location: context.location, pointer: from });
  context.waiting.push({ what, pointer: pointerOf(from, 'schemaFormat'), needed: () => context.formats.has(id2) });
};

/** Converts the traits that stand in an operation or a message, and refers to copies of those of other files. */
export function convertTraits(context: Context, node: MapNode, from: string, kind: 'operation' | 'message'): void {
  const convert = kind === 'operation' ? convertOperationTrait : convertMessageTrait;
  for (const [index, item] of items(child(node, 'traits')).entries()) {
    convertMember(context, `${kind}Traits`, item, pointerOf(from, 'traits', index), convert);
  }
}

/**
 * Makes the merged thing the same: in 2.x traits are merged over it, in 3.x it is merged over them. What a trait overrules
 * goes, so that the trait shows; where the thing holds `null`, which merging would now take away, the traits are written
 * into it.
 */
export function settleTraits(
  context: Context,
  node: MapNode,
  traits: readonly Place[],
  from: string,
  what: string,
): void {
  for (const [index, item] of items(child(node, 'traits')).entries()) {
    if (pairOf(item, '$ref')) seen(context, item as MapNode, pointerOf(from, 'traits', index));
  }
  if (traits.length === 0) return;
  if (holdsNull(node)) {
    for (const trait of traits) {
      const made = copy(trait.node, sourceOf(context, trait)) as MapNode;
      reanchor(made, trait.location, context.location);
      patch(node, made, true);
    }
    take(node, 'traits');
    report(context, CONVERT_TRAITS_MERGED, from, { what });
    return;
  }
  const gone = traits.flatMap(trait => yieldTo(node, trait.node, ''));
  for (const key of new Set(gone)) {
    report(context, CONVERT_OVERRULED, from, { what: `\`${key}\` of ${what}` });
  }
}

/** Takes away what a trait says otherwise, and returns the names of it. */
function yieldTo(node: MapNode, trait: unknown, path: string): string[] {
  return pairs(trait).flatMap(pair => {
    const key = keyOf(pair);
    const mine = pairOf(node, key);
    if (!mine || ELSEWHERE.has(key)) return [];
    if (isMap(mine.value) && isMap(pair.value)) {
      const gone = yieldTo(mine.value as MapNode, pair.value, `${path}${key}.`);
      if (gone.length > 0 && mine.value.items.length === 0) take(node, key);
      return gone;
    }
    if (sameData(plain(mine.value), plain(pair.value))) return [];
    take(node, key);
    return [`${path}${key}`];
  });
}

/** JSON Merge Patch (RFC 7386) on nodes. */
function patch(node: MapNode, change: MapNode, top = false): void {
  for (const pair of pairs(change)) {
    const key = keyOf(pair);
    if (top && ELSEWHERE.has(key)) continue;
    const mine = child(node, key);
    if (isScalar(pair.value) && pair.value.value === null) take(node, key);
    else if (isMap(mine) && isMap(pair.value)) patch(mine as MapNode, pair.value as MapNode);
    else put(node, key, pair.value);
  }
}

/** Whether a mapping holds `null` where merging looks: not in lists. */
function holdsNull(node: unknown): boolean {
  return pairs(node).some(({ value }) => (isScalar(value) ? value.value === null : holdsNull(value)));
}
