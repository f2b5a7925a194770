import type { ObjectKind } from '@portolan/contract/text';
import type { MapNode } from './nodes.ts';

/** A place of a document where a reference stands, or a schema begins. */
export interface Slot {
  readonly node: MapNode;
  /** Name of the kind of thing that is meant: `Message`, `Schema`. Empty for things that only stand in one place. */
  readonly kind: string;
  /** Pointer of the node from where the walk began. */
  readonly pointer: string;
  /** For schemas: the `schemaFormat` that they are written in, as written. */
  readonly schemaFormat?: string | undefined;
  /** True where only a reference may stand, as in the list of the messages of an operation. */
  readonly only?: boolean;
}

/** What a walk tells about. */
export interface Visitor {
  /** Every reference of the document, outside of examples and other data. */
  reference?(slot: Slot): void;
  /** Every object that the specification knows, with what it knows of it. False leaves out what is in it. */
  object?(node: MapNode, kind: ObjectKind, pointer: string): boolean;
  /** Every schema, the nested ones too, in the languages that hold references. */
  schema?(slot: Slot): void;
  /** The `schemaFormat` that the traits of a message of 2.x give it. */
  traitFormat?(message: MapNode): string | undefined;
}
