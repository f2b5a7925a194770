import { type Finding, type FindingKind, findingOf, type Params } from '@portolan/base';
import type { Node, Pair } from 'yaml';
import type { Source } from '../tree/aliases.ts';
import type { Files, Place } from '../tree/files.ts';
import type { MapNode } from '../tree/nodes.ts';
import type { Tree } from '../tree/open.ts';
import { sectionIn } from '../tree/sections.ts';

/** A scheme named with some scopes. */
export interface SchemeUse {
  readonly scheme: string;
  readonly scopes: readonly string[];
  /** The reference that it became. */
  readonly node: MapNode;
  readonly pointer: string;
}

/** Something that a member stands for until the end tells whether anybody needed it. */
interface Waiting {
  readonly what: string;
  readonly pointer: string;
  readonly needed: () => boolean;
}

/**
 * Whose side the verbs of 2.x are read from. By the specification they speak to the clients of the application
 * (`application`: it receives what others `publish`); in documents whose authors meant what their application itself does,
 * the other way round (`client`).
 */
export type View = 'application' | 'client';

/** What the steps of converting one document share. */
export interface Context {
  readonly location: string;
  readonly view: View;
  /** The document as it changes. */
  readonly tree: Tree;
  readonly root: MapNode;
  /** All files as they were; the document too. */
  readonly files: Files;
  /** Where things went, for the references to them. */
  readonly moves: Move[];
  /** New places of messages that stood in an operation, by their old place. */
  readonly placed: Map<string, string>;
  readonly operationIds: Set<string>;
  /** What the reader calls the messages, by their place. */
  readonly ids: Map<string, string>;
  /** Security schemes as they are used; what their scopes mean for the schemes is settled at the end. */
  readonly schemeUses: SchemeUse[];
  /** `schemaFormat` members of traits that a message took, by place of the trait. */
  readonly formats: Set<string>;
  /** Ids of messages that became a key in a channel, by place of the message. */
  readonly messageIds: Set<string>;
  /** Keys of messages in the channels, by place of the channel's messages and place of the message. */
  readonly keys: Map<string, string>;
  /** The languages that each schema of the components is referred to in. */
  readonly schemaFormats: ReadonlyMap<string, ReadonlySet<string>>;
  /** Schemas of the components that now say their language themselves. */
  readonly wrapped: Map<string, string>;
  /** Operations of channels that no channel refers to. */
  readonly orphans: Pair<unknown, unknown>[];
  readonly findings: Finding[];
  readonly waiting: Waiting[];
  /** Where copies of things from other files stand now, by their place there; undefined for those that need none. */
  readonly adopted: Map<string, string | undefined>;
}

/** A pointer that became another one; `inside` when only what is below it moved. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly inside?: boolean;
}

/** Changes a node of 2.x into one of 3.x. `from` is where it stood in the document, for findings; `to` where it stands now. */
export type Convert = (context: Context, node: MapNode, from: string, to: string) => void;

export function report(context: Context, kind: FindingKind, pointer: string, params: Params): void {
  context.findings.push(findingOf(kind, { source: context.location, pointer }, params));
}

/** A place as one text. */
export function idOf({ location, pointer }: Pick<Place, 'location' | 'pointer'>): string {
  return `${location}#${pointer}`;
}

/** What stands behind a node of the document, in the files as they were. */
export function follow(context: Context, node: Node, pointer: string): Place | undefined {
  return context.files.follow({ location: context.location, pointer, node });
}

/** Where copies of what stands at a place are taken from. */
export function sourceOf({ files, tree }: Context, { location }: Pick<Place, 'location'>): Source {
  return files.tree(location) ?? tree;
}

/** A section of the components; made when there is none. */
export function section({ root }: Context, name: string): MapNode {
  return sectionIn(root, name);
}
