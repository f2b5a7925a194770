/** A thing as the index of a site names it; see `IndexEntry`. */
export type Entry = readonly [kind: string, name: string, context: string, href: string, fields?: readonly string[]];

/** Something that was found. */
export interface Hit {
  readonly kind: string;
  readonly name: string;
  readonly context: string;
  readonly href: string;
}

/** What the search knows of one thing: its words, each in small letters. */
interface Known {
  readonly hit: Hit;
  readonly name: string;
  readonly words: readonly string[];
  readonly beside: readonly string[];
  /** What its kind adds: of equals, a service comes before a field. */
  readonly weight: number;
}

/** Answers questions, best answers first. */
export type Find = (question: string, most: number) => Hit[];

const WEIGHTS: Readonly<Record<string, number>> = {
  service: 6,
  channel: 5,
  message: 5,
  domain: 4,
  team: 4,
  server: 3,
  document: 2,
  field: 0,
};

/**
 * A search over everything that a site has a page or a place for. Every word of the question has to be met, by a word that
 * begins with it, holds it, or differs in a letter or two. Names count more than what is said beside them.
 */
export function finder(entries: readonly Entry[]): Find {
  const all = entries.flatMap(([kind, name, context, href, fields = []]) => [
    knownOf({ kind, name, context, href }),
    ...fields.map(path =>
      knownOf({ kind: 'field', name: path, context: name, href: `${href}#payload.${encodeURI(path)}` }),
    ),
  ]);
  const vocabulary = [...new Set(all.flatMap(({ words, beside }) => [...words, ...beside]))];
  return (question, most) => {
    const asked = wordsOf(question);
    if (asked.length === 0) return [];
    const whole = question.trim().toLowerCase();
    const worths = asked.map(word => worthsOf(word, vocabulary));
    const found: { known: Known; worth: number }[] = [];
    for (const known of all) {
      let worth = known.weight + (known.name === whole ? 60 : known.name.startsWith(whole) ? 20 : 0);
      const met = worths.every(words => {
        const best = Math.max(bestOf(known.words, words), bestOf(known.beside, words) / 4);
        worth += best;
        return best > 0;
      });
      if (met) found.push({ known, worth });
    }
    found.sort(
      (a, b) =>
        b.worth - a.worth || a.known.name.length - b.known.name.length || (a.known.name < b.known.name ? -1 : 1),
    );
    return found.slice(0, most).map(({ known }) => known.hit);
  };
}

function knownOf(hit: Hit): Known {
  return {
    hit,
    name: hit.name.toLowerCase(),
    words: wordsOf(hit.name),
    beside: wordsOf(hit.context),
    weight: WEIGHTS[hit.kind] ?? 0,
  };
}

/** `orderPlaced.v1` as `orderplaced`, `order`, `placed`, `v1`: people type parts of names, and names without their marks. */
export function wordsOf(text: string): string[] {
  const runs = text.split(/[^\p{L}\p{N}]+/u).filter(run => run !== '');
  const parts = runs.flatMap(run => [run, ...run.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u)]);
  return [...new Set(parts.map(part => part.toLowerCase()))];
}

/** What each word is worth for an asked one; words that have nothing to do with it are not in the map. */
function worthsOf(asked: string, vocabulary: readonly string[]): ReadonlyMap<string, number> {
  const worths = new Map<string, number>();
  for (const word of vocabulary) {
    const worth = worthOf(asked, word);
    if (worth > 0) worths.set(word, worth);
  }
  return worths;
}

function worthOf(asked: string, word: string): number {
  if (word === asked) return 40;
  if (word.startsWith(asked)) return 24 + (8 * asked.length) / word.length;
  if (asked.length >= 3 && word.includes(asked)) return 12;
  const slips = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0;
  return slips > 0 && isNear(asked, word, slips) ? 8 : 0;
}

function bestOf(words: readonly string[], worths: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const word of words) best = Math.max(best, worths.get(word) ?? 0);
  return best;
}

/** Whether a word, or its beginning of the same length, is at most some letters away: wrong, missing, extra or swapped ones. */
export function isNear(asked: string, word: string, slips: number): boolean {
  if (word.length < asked.length - slips) return false;
  const target = word.slice(0, asked.length + slips);
  let before: number[] = [];
  let row = Array.from({ length: target.length + 1 }, (_, index) => index);
  for (let i = 1; i <= asked.length; i++) {
    const next = [i];
    for (let j = 1; j <= target.length; j++) {
      const same = asked[i - 1] === target[j - 1];
      let steps = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && asked[i - 1] === target[j - 2] && asked[i - 2] === target[j - 1];
      if (swapped) steps = Math.min(steps, (before[j - 2] as number) + 1);
      next.push(steps);
    }
    if (Math.min(...next) > slips) return false;
    before = row;
    row = next;
  }
  return Math.min(...row.slice(Math.max(0, asked.length - slips))) <= slips;
}
