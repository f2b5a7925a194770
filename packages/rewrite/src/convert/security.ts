import { pointerOf } from '@portolan/base';
import { isMap, isNode, isSeq, type Node } from 'yaml';
import { copy, own } from '../tree/aliases.ts';
import {
  at,
  child,
  items,
  keyOf,
  listOf,
  type MapNode,
  nodeOf,
  pairOf,
  pairs,
  plain,
  put,
  referenceTo,
  rename,
  textOf,
} from '../tree/nodes.ts';
import { localReference, redirect } from '../tree/references.ts';
import { freeKey } from '../tree/sections.ts';
import { type Context, follow, report, type SchemeUse, section, sourceOf } from './context.ts';
import { CONVERT_KEPT, CONVERT_LOST, CONVERT_SCHEME_DIVIDED, CONVERT_SECURITY } from './findings.ts';

/** Types whose scopes mean something. */
const WITH_SCOPES = new Set(['oauth2', 'openIdConnect']);

/** A list of requirements of 2.x, by name and with scopes, becomes a list of references. */
export function convertSecurity(context: Context, owner: MapNode, from: string): void {
  const pair = pairOf(owner, 'security');
  own(pair?.value, context.tree);
  if (!pair || !isSeq(pair.value)) return;
  const list = pair.value;
  list.items = items(list).flatMap((item, index) => requirement(context, item, pointerOf(from, 'security', index)));
}

function requirement(context: Context, item: Node, pointer: string): Node[] {
  if (!isMap(item)) return [item];
  const schemes = pairs(item);
  if (schemes.length === 0)
    report(context, CONVERT_SECURITY, pointer, { what: 'It is possible to get in without anything' });
  if (schemes.length > 1) {
    const names = schemes.map(pair => `\`${keyOf(pair)}\``).join(' and ');
    report(context, CONVERT_SECURITY, pointer, { what: `${names} are needed together` });
  }
  return schemes.map((pair, index) => {
    const scheme = keyOf(pair);
    const node = referenceTo(localReference('components', 'securitySchemes', scheme), context.tree.layout);
    node.flow = item.flow === true || node.flow === true;
    if (index === 0) {
      const above = [item.commentBefore, isNode(pair.key) ? pair.key.commentBefore : null].filter(Boolean).join('\n');
      Object.assign(node, { commentBefore: above || null, comment: item.comment, spaceBefore: item.spaceBefore });
    }
    const scopes = items(pair.value).map(scope => textOf(scope) ?? String(plain(scope)));
    context.schemeUses.push({ scheme, scopes, node, pointer });
    return node;
  });
}

/** A security scheme of 2.x: the scopes that a flow offers have another name. */
export function convertScheme(context: Context, node: MapNode): void {
  own(node, context.tree);
  const flows = child(node, 'flows');
  own(flows, context.tree);
  for (const { value: flow } of pairs(flows)) {
    own(flow, context.tree);
    const scopes = pairOf(flow, 'scopes');
    if (scopes) rename(scopes, 'availableScopes');
  }
}

/** Writes the scopes that are needed into the schemes; a scheme that is used with different scopes becomes several. */
export function settleSchemes(context: Context): void {
  for (const [scheme, uses] of Map.groupBy(context.schemeUses, use => use.scheme)) {
    const node = at(context.root, ['components', 'securitySchemes', scheme]);
    if (!isMap(node)) {
      const what = `The security scheme \`${scheme}\``;
      for (const { pointer } of uses)
        report(context, CONVERT_KEPT, pointer, { what, reason: 'there is no such scheme' });
      continue;
    }
    const target = follow(context, node, pointerOf('/components/securitySchemes', scheme));
    if (WITH_SCOPES.has(textOf(child(target?.node, 'type')) ?? '')) settleScheme(context, scheme, uses);
    else loseScopes(context, uses);
  }
}

function loseScopes(context: Context, uses: readonly SchemeUse[]): void {
  for (const { scheme, scopes, pointer } of uses) {
    if (scopes.length === 0) continue;
    const names = scopes.map(scope => `\`${scope}\``).join(', ');
    const what = `the scopes ${names} of the security scheme \`${scheme}\`, whose type has none`;
    report(context, CONVERT_LOST, pointer, { what });
  }
}

function settleScheme(context: Context, scheme: string, uses: readonly SchemeUse[]): void {
  const groups = [...Map.groupBy(uses, ({ scopes }) => JSON.stringify(scopes)).values()];
  // Without scopes first: that use keeps the scheme as it is.
  groups.sort((a, b) => Math.min(1, a[0]?.scopes.length ?? 0) - Math.min(1, b[0]?.scopes.length ?? 0));
  const schemes = section(context, 'securitySchemes');
  const names: string[] = [];
  const original = child(schemes, scheme) as MapNode;
  const pristine = copy(original, context.tree);
  for (const [index, group] of groups.entries()) {
    const scopes = group[0]?.scopes ?? [];
    const key = index === 0 ? scheme : freeKey(schemes, scheme);
    names.push(key);
    if (index > 0) put(schemes, key, copy(pristine, context.tree), names.at(-2));
    if (scopes.length > 0) put(ownScheme(context, schemes, key), 'scopes', flowList(scopes));
    for (const { node } of group) redirect(node, localReference('components', 'securitySchemes', key));
  }
  if (names.length < 2) return;
  const list = names.map(name => `\`${name}\``).join(', ');
  report(context, CONVERT_SCHEME_DIVIDED, pointerOf('/components/securitySchemes', scheme), { scheme, names: list });
}

/** The scheme itself, which is copied in the place of a reference to it. */
function ownScheme(context: Context, schemes: MapNode, key: string): MapNode {
  const node = child(schemes, key) as MapNode;
  const target = follow(context, node, pointerOf('/components/securitySchemes', key));
  if (!target || target.node === node || !pairOf(node, '$ref')) return node;
  const made = copy(target.node, sourceOf(context, target)) as MapNode;
  convertScheme(context, made);
  put(schemes, key, made);
  return made;
}

function flowList(texts: readonly string[]): Node {
  const list = listOf(texts.map(nodeOf));
  list.flow = true;
  return list;
}
