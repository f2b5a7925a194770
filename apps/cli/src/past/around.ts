import { relative } from 'node:path';
import type { Contract } from '@portolan/contract';
import { gatherGoverned, openOwners, openSettings } from '@portolan/control/local';
import { adapterFor } from '@portolan/evidence';
import type { Evidence, EvidenceAdapter } from '@portolan/evidence/port';
import type { Neighbour } from '@portolan/review/consumers';
import { governed } from '../documents/charted.ts';
import { slashed } from '../documents/paths.ts';
import type { Blobs } from './blobs.ts';

/** Everybody at one moment of the past: their documents, and the evidence that lay beside them. */
export interface Around {
  readonly documents: readonly Neighbour[];
  readonly evidence: readonly Evidence[];
}

/** The files of a repository at one moment. */
export interface Moment {
  /** Folder of the repository. */
  readonly top: string;
  /** Blobs by path. */
  readonly tree: ReadonlyMap<string, string>;
  readonly blobs: Blobs;
  /** Files beside the documents that may hold evidence. */
  readonly beside: readonly string[];
}

/** Characters at the beginning of a file that tell whether it holds evidence. */
const HEAD = 64 * 1024;

/** What the beginnings of blobs look like: most files never change. */
export type Looks = Map<string, EvidenceAdapter | undefined>;

/** Documents as a chart of that moment takes them: with the settings, the owners and the evidence of the time. */
export async function aroundAt(
  documents: readonly { readonly location: string; readonly path: string; readonly contract: Contract }[],
  { top, tree, blobs, beside }: Moment,
  looks: Looks,
): Promise<Around> {
  const files = {
    has: (path: string) => tree.has(inside(path)),
    async text(path: string) {
      const id = tree.get(inside(path));
      return id === undefined ? undefined : await blobs.text(id);
    },
  };
  const settings = openSettings({ top, plugins: false, shown: inside, files });
  const by = { settings, owners: openOwners(top, inside, files), root: top };
  const neighbours: Neighbour[] = [];
  for (const { location, path, contract } of documents) {
    const facts = await governed(contract, path, by);
    neighbours.push({ id: location, source: 'repository', path: location, place: path, ...facts });
  }
  const likely = await Promise.all(beside.map(async location => ({ location, adapter: await lookAt(location) })));
  const { evidence } = await gatherGoverned(
    likely,
    top,
    location => settings.of(`${top}/${location}`),
    location => files.text(`${top}/${location}`),
  );
  return { documents: neighbours, evidence };

  function inside(path: string): string {
    return slashed(relative(top, path));
  }

  async function lookAt(location: string): Promise<EvidenceAdapter | undefined> {
    const id = tree.get(location);
    if (id === undefined) return undefined;
    const key = `${id} ${location}`;
    if (!looks.has(key)) looks.set(key, adapterFor(location, (await blobs.text(id)).slice(0, HEAD)));
    return looks.get(key);
  }
}
