import type { At } from '../at.ts';
import type { Html } from '../html.ts';
import type { PlaceKind } from '../places.ts';

/** What one page says; the frame around it is the same for all. */
export interface Content {
  readonly title: string;
  /** For search engines and previews: one sentence. */
  readonly summary: string;
  readonly body: Html;
}

/** A page of the site. */
export interface Page extends Content {
  /** Relative to the root of the site, without the ending of its format. */
  readonly path: string;
  /** The list that it belongs to, for the mark in the navigation. */
  readonly kind?: PlaceKind;
  readonly at: At;
}
