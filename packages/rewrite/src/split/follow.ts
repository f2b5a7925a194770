import { targetOf } from '@portolan/contract/text';
import { walk } from '../tree/kinds.ts';
import { type MapNode, referenceOf } from '../tree/nodes.ts';
import { fragment, movedReference, redirect, relative } from '../tree/references.ts';
import type { Slot } from '../tree/visitor.ts';
import { isComponent, type Part } from './parts.ts';

/** Who needs which parts: the file that refers, the entry among them, and the parts that it refers to. */
export type Needs = ReadonlyMap<string, ReadonlySet<Part>>;

/** Where the entry was and will be. */
export interface Entry {
  readonly from: string;
  readonly to: string;
}

/**
 * Lets every reference lead to where things will be: into their files, or into the entry for what stays there and for
 * channels that operations name, which 3.x wants to be named in the document itself. Tells which file needs which parts.
 */
export function leadAnew(root: MapNode, major: 2 | 3, parts: readonly Part[], { from, to }: Entry): Needs {
  const byPointer = new Map(parts.map(part => [part.pointer, part]));
  const needs = new Map<string, Set<Part>>();
  walk(root, 'Document', major, { reference: lead });
  return needs;

  function lead({ node, pointer, only }: Slot): void {
    const reference = referenceOf(node) ?? '';
    const here = partAt(pointer)?.file ?? to;
    const target = targetOf(reference, from);
    if (target.location !== from || target.pointer === undefined) {
      redirect(node, target.location === from ? reference : movedReference(reference, from, here));
      return;
    }
    const part = partAt(target.pointer);
    if (part) needs.set(here, (needs.get(here) ?? new Set()).add(part));
    if (here === to) return;
    const [file, rest] = part && !only ? [part.file, target.pointer.slice(part.pointer.length)] : [to, target.pointer];
    const hash = rest === '' && file !== here ? '' : fragment(rest);
    redirect(node, file === here ? hash : relative(here, file) + hash);
  }

  /** The part that a place is in. */
  function partAt(pointer: string): Part | undefined {
    for (let outer = pointer; outer !== ''; outer = outer.slice(0, outer.lastIndexOf('/'))) {
      const part = byPointer.get(outer);
      if (part) return part;
    }
    return undefined;
  }
}

/**
 * The components that the entry need not list any more, because the files that refer to them know them. What can only be
 * reached through the list stays in it.
 */
export function unlisted(parts: readonly Part[], needs: Needs, entry: string): ReadonlySet<Part> {
  const direct = needs.get(entry) ?? new Set<Part>();
  const reached = new Set(parts.filter(part => !isComponent(part)));
  for (const part of direct) reached.add(part);
  for (const part of reached) for (const next of needs.get(part.file) ?? []) reached.add(next);
  return new Set(parts.filter(part => isComponent(part) && reached.has(part) && !direct.has(part)));
}
