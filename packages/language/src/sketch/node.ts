/**
 * A text as far as it can be understood while somebody is typing in it. A sketch never fails: what makes no sense is left
 * out, and the rest keeps its place. For texts without mistakes it is the same tree that the reader sees.
 */
export interface Sketch {
  readonly text: string;
  readonly root: Node | undefined;
  /** What anchors (`&name`) stand at. */
  readonly anchors: ReadonlyMap<string, Node>;
  /** True for a text that is JSON by its looks: it begins with a brace or a bracket. */
  readonly json: boolean;
}

export type Node = MapNode | ListNode | ScalarNode | AliasNode;

/** Offsets in UTF-16 code units; `end` is after the last character that belongs to it. */
interface Stretch {
  readonly start: number;
  end: number;
}

export interface MapNode extends Stretch {
  readonly is: 'map';
  /** Column of its keys, from 0; -1 between braces. */
  readonly column: number;
  readonly entries: Entry[];
}

export interface ListNode extends Stretch {
  readonly is: 'list';
  /** Column of its dashes, from 0; -1 between brackets. */
  readonly column: number;
  readonly items: Item[];
}

export interface ScalarNode extends Stretch {
  readonly is: 'scalar';
  readonly value: unknown;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface AliasNode extends Stretch {
  readonly is: 'alias';
  readonly name: string;
}

/** A member of a mapping. */
export interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Offset of its colon; -1 while there is none. */
  readonly colon: number;
  value: Node | undefined;
}

/** An item of a list. */
export interface Item {
  /** Offset of its dash, or of the item itself between brackets. */
  readonly start: number;
  value: Node | undefined;
}
