import { pointerOf } from '@portolan/base';
import { formatOf } from '@portolan/contract/text';
import { isMap } from 'yaml';
import { at, child, keyOf, type MapNode, pairs, referenceOf, textOf } from '../tree/nodes.ts';

/** What can get files of its own. */
export type PartKind = 'channels' | 'operations' | 'messages' | 'schemas';

/** All of them, and the folders that their files stand in. */
export const PART_KINDS: readonly PartKind[] = ['channels', 'operations', 'messages', 'schemas'];

/** A thing that moves into a file of its own. */
export interface Part {
  readonly kind: PartKind;
  readonly key: string;
  /** Where it stands in the document. */
  readonly pointer: string;
  readonly node: MapNode;
  /** Location of its file. */
  readonly file: string;
}

/** Where things of each kind stand in a document. */
const SECTIONS: Readonly<Record<PartKind, readonly string[]>> = {
  channels: ['channels'],
  operations: ['operations'],
  messages: ['components', 'messages'],
  schemas: ['components', 'schemas'],
};

/** True for kinds that others refer to by their file; channels and operations are known by their place in the document. */
export function isComponent({ kind }: Part): boolean {
  return kind === 'messages' || kind === 'schemas';
}

/** The things of a document that get files; what is a reference already stays one. */
export function partsOf(root: MapNode, kinds: readonly PartKind[], folder: string, ending: string): Part[] {
  return kinds.flatMap(kind => {
    const taken = new Set<string>();
    const section = SECTIONS[kind];
    return pairs(at(root, section)).flatMap(pair => {
      const { value } = pair;
      if (!isMap(value) || referenceOf(value) !== undefined || value.items.length === 0 || isAvro(value as MapNode))
        return [];
      const key = keyOf(pair);
      const file = `${folder}${kind}/${fileName(key, taken)}${ending}`;
      return [{ kind, key, pointer: pointerOf('', ...section, key), node: value as MapNode, file }];
    });
  });
}

/** Avro types are known by their names to everybody in the document, which they only are while they stand in it. */
function isAvro(node: MapNode): boolean {
  const named = textOf(child(node, 'name')) !== undefined;
  const types = ['record', 'enum', 'fixed'];
  if (named && types.includes(textOf(child(node, 'type')) ?? '')) return true;
  return formatOf(textOf(child(node, 'schemaFormat'))) === 'avro' && child(node, 'schema') !== undefined;
}

/** A key as the name of a file that every system allows; names that only differ in case are the same on some. */
function fileName(key: string, taken: Set<string>): string {
  const name =
    key
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 100) || 'unnamed';
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}`;
  taken.add(free.toLowerCase());
  return free;
}
