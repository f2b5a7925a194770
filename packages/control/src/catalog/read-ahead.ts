/** Texts that are loaded before their turn. */
const AHEAD = 8;

/** Gives the texts of files by their locations. */
type LoadText = (location: string) => Promise<string | undefined>;

/** A `load` for somebody who will ask for these paths in this order: the next few are loaded while one is worked on. */
export function readingAhead(paths: readonly string[], load: LoadText): LoadText {
  const begun = new Map<string, Promise<string | undefined>>();
  let next = 0;
  return location => {
    const text = begun.get(location) ?? load(location);
    begun.delete(location);
    for (; next < paths.length && begun.size < AHEAD; next++) {
      const path = paths[next] as string;
      if (path === location) continue;
      const ahead = load(path);
      // Whoever asks for it hears of the failure; until then it is nobody's.
      ahead.catch(() => undefined);
      begun.set(path, ahead);
    }
    return text;
  };
}
