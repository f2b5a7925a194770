/** A watch: an address that is told, as a webhook, of every change that it asked for. GET /api/v1/watches */
export interface WatchView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly filter: WatchFilterView;
  readonly created: string;
  readonly by: { readonly kind: string; readonly id: string; readonly name: string };
  /** How often in a row telling failed. */
  readonly tries: number;
  readonly failing?: { readonly since: string; readonly problem: string };
  /** When it is tried again, while telling fails. */
  readonly next?: string;
  /** Since when it is told nothing. */
  readonly paused?: string;
}

/** What it is narrowed to, by ids of the chart; all that is given has to fit. */
export interface WatchFilterView {
  readonly service?: string;
  readonly team?: string;
  readonly channel?: string;
  readonly document?: string;
  readonly verdict?: 'breaking';
}

/** POST /api/v1/watches */
export interface NewWatchView {
  readonly name: string;
  readonly url: string;
  readonly filter?: WatchFilterView;
}

/** With the secret that signs what is told, as Standard Webhooks writes it. GET /api/v1/watches/{id} */
export interface WatchWithSecretView extends WatchView {
  readonly secret: string;
}

export interface WatchList {
  readonly items: readonly WatchView[];
}
