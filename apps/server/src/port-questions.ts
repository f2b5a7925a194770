import type { impactAnswer, Link, lineageAnswer, pathAnswer } from '@portolan/chart';
import type { Action } from '@portolan/contract';
import type { Shape } from '@portolan/schema';
import type { LinkView, MessageSummary, Page } from './port-things.ts';

/** How documents and what is there differ, in the words of the drift page. */
export type DriftWord =
  | 'absent'
  | 'undocumented'
  | 'sends-more'
  | 'receives-more'
  | 'not-seen'
  | 'reversed'
  | 'owners'
  | 'orphan'
  | 'alike'
  | 'dead';

/** GET /api/v1/drift — filters: kind, owner, source, q */
export interface DriftPage extends Page<DriftView> {
  /** False when nothing beside the documents says what is there: then only what documents contradict is listed. */
  readonly compared: boolean;
  /** Every kind in the order of the page, with how many there are of it whatever kind is asked for. */
  readonly kinds: readonly DriftKindView[];
}

export interface DriftKindView {
  readonly kind: DriftWord;
  readonly head: string;
  /** What it means that there are some. */
  readonly says: string;
  readonly total: number;
}

/** One difference. */
export interface DriftView {
  readonly id: string;
  readonly kind: DriftWord;
  readonly says: string;
  /** What to do about it. */
  readonly help: string;
  /** Where it was seen: in a document, or in a file of evidence beside the documents. */
  readonly seenIn: 'document' | 'evidence';
  readonly file: string;
  readonly line?: number;
  readonly document?: string;
  readonly title?: string;
  readonly channel?: string;
  readonly channelName?: string;
  readonly service?: string;
  readonly serviceName?: string;
  /** Who uses the channel, by the name that the evidence has for them. */
  readonly who?: string;
  readonly owner?: string;
  readonly ownerName?: string;
  /** What was probably meant: an address, a service. */
  readonly meant?: string;
}

/** What a change of a message, a channel, a schema or a field can be. */
export type ChangeWord = 'remove' | 'rename' | 'retype' | 'optional' | 'narrow';

/** GET /api/v1/impact?of=&field=&change=&to=&values= */
export type ImpactView = ReturnType<typeof impactAnswer>['facts'];

/** GET /api/v1/path?from=&to= */
export type PathView = ReturnType<typeof pathAnswer>['facts'];

/** Where a field may come from and go on to. */
export type LineageView = ReturnType<typeof lineageAnswer>['facts'];

/** GET /api/v1/messages/{id}/fields/{field} */
export interface FieldPage {
  readonly message: MessageSummary;
  /** As the documents write its path: `items[].sku`. */
  readonly field: string;
  /** What each document says of it, the senders' first. */
  readonly definitions: readonly FieldDefinition[];
  readonly senders: readonly LinkView[];
  readonly receivers: readonly FieldReader[];
  readonly lineage: LineageView;
}

export interface FieldDefinition {
  readonly document: string;
  readonly service: string;
  readonly serviceName: string;
  readonly actions: readonly Action[];
  /** Several where alternatives of the message differ. */
  readonly shapes: readonly Shape[];
  readonly required: boolean;
  readonly file: string;
  readonly line?: number;
}

/** A receiver of the message, and whether it reads the field. `unknown`: its documents do not say what it reads. */
export interface FieldReader {
  readonly service: string;
  readonly serviceName: string;
  readonly owner?: string;
  readonly ownerName?: string;
  readonly reads: 'yes' | 'no' | 'unknown';
  readonly confidence: Link['confidence'];
}
