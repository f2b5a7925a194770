import { digestOfText, slug } from '@portolan/base';
import type { DocsChart, DocsDocument } from './model.ts';

/** Kinds of thing that have a page of their own, with the folder their pages are in. */
export const FOLDERS = {
  service: 'services',
  channel: 'channels',
  message: 'messages',
  server: 'servers',
  team: 'teams',
  domain: 'domains',
  document: 'documents',
} as const;

export type PlaceKind = keyof typeof FOLDERS;

/** Paths of pages, relative to the root of the site, without the ending of their format. */
export interface Places {
  /** Undefined for what has no page. */
  of(kind: PlaceKind, id: string): string | undefined;
  /** The same path as it stands in an address. */
  addressOf(kind: PlaceKind, id: string): string | undefined;
}

/** Where each thing of a chart gets its page: the same thing at the same path, whatever else there is. */
export function placesOf(chart: DocsChart, documents: readonly DocsDocument[]): Places {
  const paths: Record<PlaceKind, ReadonlyMap<string, Place>> = {
    service: named('service', chart.services),
    channel: named('channel', chart.channels),
    message: named('message', chart.messages),
    server: named('server', chart.brokers),
    team: named('team', chart.teams),
    domain: named('domain', chart.domains),
    document: named('document', documents),
  };
  return { of: (kind, id) => paths[kind].get(id)?.path, addressOf: (kind, id) => paths[kind].get(id)?.address };
}

interface Place {
  readonly path: string;
  readonly address: string;
}

/** Names that would meet, also on disks that know no capitals, are told apart by a few digits of the id's digest. */
function named(kind: PlaceKind, things: readonly { readonly id: string }[]): ReadonlyMap<string, Place> {
  const files = things.map(({ id }) => fileNameOf(id));
  const times = new Map<string, number>();
  for (const file of files) times.set(file, (times.get(file) ?? 0) + 1);
  return new Map(
    things.map(({ id }, index) => {
      const file = files[index] as string;
      const unique = times.get(file) === 1 ? file : `${file}~${digestOfText(id).slice(7, 13)}`;
      return [id, { path: `${FOLDERS[kind]}/${unique}`, address: `${FOLDERS[kind]}/${encodeURIComponent(unique)}` }];
    }),
  );
}

/** Names that Windows keeps for its devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

function fileNameOf(id: string): string {
  const name =
    slug(id)
      .replace(/^[-._]+/, '')
      .slice(0, 100) || 'unnamed';
  return DEVICE.test(name) || name === 'index' ? `${name}~` : name;
}
