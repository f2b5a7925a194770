import type { ListedFile } from './listing.ts';

/** How many bytes of texts are kept from a scan until the documents were read. */
const KEPT = 64 * 1024 * 1024;

/** How long they are kept at most (ms): by then whoever scanned has read what they wanted. */
const LONGEST = 60_000;

/** Texts by id, read when they are asked for. */
export interface Texts {
  /** The bytes of a file; undefined when there is none, it is too large or cannot be read. */
  of(file: ListedFile | undefined): Promise<Uint8Array | undefined>;
  /** Keeps a text that somebody will probably ask for soon, as long as there is room. */
  keep(id: string, bytes: Uint8Array): void;
  /** A scan is over: texts of the scan before are not needed any more. */
  forget(): void;
}

/** Joins what is asked for in one turn of the event loop into one reading. */
export function createTexts(
  read: (files: readonly ListedFile[]) => Promise<ReadonlyMap<string, Uint8Array>>,
  maxBytes: number,
): Texts {
  let kept = new Map<string, Uint8Array>();
  let fresh = new Map<string, Uint8Array>();
  let room = KEPT;
  let late: NodeJS.Timeout | undefined;
  let asked = new Map<string, ListedFile>();
  let answer: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  function together(file: ListedFile): Promise<ReadonlyMap<string, Uint8Array>> {
    asked.set(file.id, file);
    answer ??= new Promise((done, fail) => {
      setImmediate(() => {
        const wanted = [...asked.values()];
        asked = new Map();
        answer = undefined;
        read(wanted).then(done, fail);
      });
    });
    return answer;
  }

  return {
    async of(file) {
      if (!file || (file.size ?? 0) > maxBytes) return undefined;
      const bytes = fresh.get(file.id) ?? kept.get(file.id) ?? (await together(file)).get(file.id);
      return bytes && bytes.length <= maxBytes ? bytes : undefined;
    },
    keep(id, bytes) {
      if (bytes.length > room) return;
      room -= bytes.length;
      fresh.set(id, bytes);
    },
    forget() {
      kept = fresh;
      fresh = new Map();
      room = KEPT;
      clearTimeout(late);
      late = setTimeout(() => {
        kept = new Map();
      }, LONGEST).unref();
    },
  };
}
