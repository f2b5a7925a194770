import { createSearch, type Search } from '@portolan/chart';
import { type Charted, chartOf } from '../documents/charted.ts';
import type { EvidenceChoice } from '../documents/evidence.ts';
import { type GatherOptions, gather } from '../documents/gather.ts';
import { watching } from '../validation/watching.ts';
import { remembering } from './reading.ts';

/** The documents of some folders as they are now. */
export interface Organisation extends Disposable {
  /** Where they were looked for. */
  readonly paths: readonly string[];
  /** The newest chart. Faults: those of `chartOf`. */
  charted(): Promise<Charted>;
  /** Search over the newest chart. */
  search(): Promise<Search>;
}

/**
 * Opens folders for whoever asks again and again. When a file changes, the next question is answered from a new chart, for
 * which only the changed documents are read.
 */
export async function openOrganisation(
  paths: readonly string[],
  options: GatherOptions & EvidenceChoice,
): Promise<Organisation> {
  const reader = remembering();
  let current: Promise<Charted> | undefined;
  let search: { readonly of: Charted; readonly made: Search } | undefined;
  const watched = await watching(paths, () => {
    current = undefined;
  });

  async function load(): Promise<Charted> {
    const charted = await chartOf(paths, options, reader.read);
    const fresh = await watched.follow(
      [...reader.files(), ...(options.evidence ?? [])].filter(file => !/^https?:/i.test(file)),
    );
    // What changed while nobody watched it yet is read once more.
    if (!fresh || (await reader.upToDate(await gather(paths, options)))) return charted;
    return await chartOf(paths, options, reader.read);
  }

  async function charted(): Promise<Charted> {
    const loading = current ?? load();
    current = loading;
    try {
      return await loading;
    } catch (error) {
      // A folder without documents may have some when somebody asks again.
      if (current === loading) current = undefined;
      throw error;
    }
  }

  return {
    paths,
    charted,
    async search() {
      const newest = await charted();
      if (search?.of === newest) return search.made;
      const made = search?.made ?? createSearch(newest.chart, newest.documents);
      if (search) made.update(newest.chart, newest.documents);
      search = { of: newest, made };
      return made;
    },
    [Symbol.dispose]: () => watched[Symbol.dispose](),
  };
}
