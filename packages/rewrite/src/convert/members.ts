import { nameOf } from '@portolan/contract/text';
import { isMap } from 'yaml';
import { copy } from '../tree/aliases.ts';
import type { Place } from '../tree/files.ts';
import { isReference } from '../tree/kinds.ts';
import { at, type MapNode, plain, put, referenceOf } from '../tree/nodes.ts';
import { localReference, reanchor, redirect } from '../tree/references.ts';
import { freeKey } from '../tree/sections.ts';
import { type Context, type Convert, follow, idOf, report, section, sourceOf } from './context.ts';
import { CONVERT_COPIED, CONVERT_FILE_UNSEEN } from './findings.ts';

/**
 * Converts what stands at a member that may be a reference. What the document itself holds is converted where it stands;
 * what another file holds is copied into the components when it is not right for 3.x as it is.
 *
 * @param wish the name that a copy gets
 */
export function convertMember(
  context: Context,
  sectionName: string,
  node: unknown,
  pointer: string,
  convert: Convert,
  wish?: string,
): void {
  if (!isReference(node)) {
    if (isMap(node)) convert(context, node as MapNode, pointer, pointer);
    return;
  }
  const target = seen(context, node, pointer);
  if (!target || target.location === context.location) return;
  const id = `${sectionName} ${idOf(target)}`;
  if (!context.adopted.has(id)) {
    const map = at(context.root, ['components', sectionName]);
    const key = freeKey(map, wish ?? nameOf(target.location, target.pointer));
    const made = converted(context, target, pointer, convert, `/components/${sectionName}/${key}`);
    context.adopted.set(id, made && key);
    if (made) put(section(context, sectionName), key, made);
  }
  const key = context.adopted.get(id);
  if (key !== undefined) redirect(node, localReference('components', sectionName, key));
}

/** As `convertMember`, for a member of the components: a reference to another file gives way to the copy. */
export function convertComponent(context: Context, node: unknown, pointer: string, convert: Convert): unknown {
  if (!isReference(node)) {
    if (isMap(node)) convert(context, node as MapNode, pointer, pointer);
    return node;
  }
  const target = seen(context, node, pointer);
  if (!target || target.location === context.location) return node;
  return converted(context, target, pointer, convert, pointer) ?? node;
}

/** What a reference leads to; it is told when nobody can look there. */
export function seen(context: Context, node: MapNode, pointer: string): Place | undefined {
  const target = follow(context, node, pointer);
  const reference = referenceOf(node) ?? '';
  // References that are wrong within the document are for validation to find.
  if (!target && !reference.startsWith('#')) report(context, CONVERT_FILE_UNSEEN, pointer, { reference });
  return target;
}

/** A converted copy of a thing of another file; undefined when converting changes nothing. */
function converted(context: Context, target: Place, from: string, convert: Convert, to: string): MapNode | undefined {
  const made = copy(target.node, sourceOf(context, target));
  if (!isMap(made)) return undefined;
  reanchor(made, target.location, context.location);
  const before = JSON.stringify(plain(made));
  const said = context.findings.length;
  convert(context, made as MapNode, from, to);
  if (JSON.stringify(plain(made)) === before) {
    context.findings.length = said;
    return undefined;
  }
  report(context, CONVERT_COPIED, from, { reference: idOf(target), target: `#${to}` });
  return made as MapNode;
}
