import { type Finding, type FindingKind, findingOf, keysOf, type Params } from '@portolan/base';
import type { Contract, Message } from '@portolan/contract';
import { isMap, isSeq, type Node } from 'yaml';
import type { Files, Place } from '../tree/files.ts';
import { at, type MapNode, pairOf } from '../tree/nodes.ts';
import type { Tree } from '../tree/open.ts';
import type { Version } from '../tree/version.ts';
import type { Slot } from '../tree/visitor.ts';
import type { Homes } from './homes.ts';

/** A part of the bundle whose references have not been looked at yet. */
export interface Part {
  readonly node: Node;
  readonly kind: string;
  /** The file that it comes from, which its references are relative to. */
  readonly base: string;
  /** Where it stands in the bundle. */
  readonly pointer: string;
  readonly schemaFormat: string | undefined;
}

/** What the steps of bundling one document share. */
export interface State {
  readonly location: string;
  readonly version: Version;
  /** The bundle as it grows. */
  readonly tree: Tree;
  readonly root: MapNode;
  /** All files as they were; the document too. */
  readonly files: Files;
  readonly homes: Homes;
  readonly waiting: Part[];
  /** References of operations to messages, which have to lead through the channel of the operation. */
  readonly late: { readonly slot: Slot; readonly home: string }[];
  /** Everything of other files that the document needs, by its place. */
  readonly needed: Map<string, { readonly place: Place; readonly slot: Slot }>;
  /** What the reader calls schemas and messages, by their place. */
  readonly names: ReadonlyMap<string, string>;
  readonly messages: ReadonlyMap<string, Message>;
  readonly findings: Finding[];
}

export function report(state: State, kind: FindingKind, pointer: string, params: Params): void {
  state.findings.push(findingOf(kind, { source: state.location, pointer }, params));
}

/** A place as one text. */
export function idOf({ location, pointer }: Pick<Place, 'location' | 'pointer'>): string {
  return `${location}#${pointer}`;
}

/** What the reader calls the things of a Contract, by where they are written. */
export function namesOf(contract: Contract | undefined): Pick<State, 'names' | 'messages'> {
  const { messages = [], schemas = [] } = contract ?? {};
  const place = ({ source, pointer }: { source: string; pointer: string }) => idOf({ location: source, pointer });
  return {
    names: new Map([...schemas, ...messages].map(({ id, origin }) => [place(origin), id])),
    messages: new Map(messages.map(message => [place(message.origin), message])),
  };
}

/** Puts another node in the place of the one at a pointer; its comments stay. */
export function replaceAt(root: MapNode, pointer: string, node: Node): void {
  const keys = keysOf(pointer);
  const last = keys.at(-1) as string;
  const owner = at(root, keys.slice(0, -1));
  const old = at(root, keys);
  node.commentBefore ??= old?.commentBefore ?? null;
  node.comment ??= old?.comment ?? null;
  if (isSeq(owner)) owner.items[Number(last)] = node;
  else if (isMap(owner)) {
    const pair = pairOf(owner, last);
    if (pair) pair.value = node;
  }
}
