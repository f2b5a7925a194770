import { setTimeout } from 'node:timers/promises';
import type { Chart } from '@portolan/chart';
import type { Files } from '@portolan/language';
import type { Folder } from './folder.ts';
import type { Thread } from './thread.ts';

/** More documents, or longer ones, are not charted beside the editing. */
const MAX_DOCUMENTS = 300;
const MAX_CHARACTERS = 4_000_000;
/** How long somebody waits for a chart, in milliseconds, when there is an older one or none. */
const PATIENCE = 400;

/** The chart of a folder, made anew when a text has changed. */
export interface Charting {
  /** The newest chart that is at hand soon. Undefined when there is none, or when the folder is too large for one. */
  of(files: Files): Promise<Chart | undefined>;
}

export function charting(folder: Folder, thread: Thread): Charting {
  let made: Chart | undefined;
  let making: { readonly files: Files; readonly done: Promise<Chart | undefined> } | undefined;

  async function make(files: Files): Promise<Chart | undefined> {
    const documents = folder.documents();
    const texts = new Map(files.locations.map(location => [location, files.text(location) ?? '']));
    const length = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
    if (documents.length > MAX_DOCUMENTS || length > MAX_CHARACTERS) return undefined;
    made = await thread.ask({ is: 'chart', folder: folder.path, documents, texts }).catch(() => made);
    return made;
  }

  return {
    async of(files) {
      if (making?.files !== files) making = { files, done: make(files) };
      return await Promise.race([making.done, setTimeout(PATIENCE, undefined, { ref: false }).then(() => made)]);
    },
  };
}
