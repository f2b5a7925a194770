import type { Field } from '@portolan/contract/text';

/** Something that could be written at a place, before it is known how it looks there. */
export type Offer = MemberOffer | ValueOffer | ItemOffer;

interface Described {
  readonly label: string;
  /** One line behind the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly says?: string;
  /** Smaller ones come first. */
  readonly rank?: number;
}

/** A member of an object, by its name. */
export interface MemberOffer extends Described {
  readonly is: 'member';
  /** What its value is, for the part of it that has to be written; a name of the author's choice has none. */
  readonly field?: Field;
}

/** A value. Texts are quoted where the place needs it. */
export interface ValueOffer extends Described {
  readonly is: 'value';
  readonly value: string | number | boolean | null;
  /** A reference is no word of a language but a name. */
  readonly names?: 'thing' | 'file';
}

/** A new item of a list, or the first one. */
export interface ItemOffer extends Described {
  readonly is: 'item';
  /** A member that the item begins with; else the item is a value. */
  readonly member?: { readonly name: string; readonly field?: Field };
  readonly value?: string;
}
