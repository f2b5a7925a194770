/** Letters that may be wrong in a word of this length. Short words are taken as they are. */
export function mistakesIn(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** Longest words that are compared letter by letter; names are shorter. */
const LONGEST = 64;

/** Three rows of the table of distances, made once: a typed word is compared with thousands of others. */
const ROWS = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;

/**
 * Mistakes between a typed word and the nearest beginning of a known one, because people search as they type: letters that
 * are wrong, missing, too many, or swapped with their neighbour. Answers `limit` + 1 as soon as there are more than `limit`.
 */
export function mistakesAgainst(typed: string, known: string, limit: number): number {
  const end = Math.min(known.length, typed.length + limit);
  if (typed.length - known.length > limit || end > LONGEST) return limit + 1;
  let [beforeLast, last, row] = ROWS as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= end; j++) last[j] = j;
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed.charCodeAt(i - 1);
    let least = i;
    row[0] = i;
    for (let j = 1; j <= end; j++) {
      const other = known.charCodeAt(j - 1);
      let cost = (last[j - 1] as number) + (letter === other ? 0 : 1);
      if ((row[j - 1] as number) + 1 < cost) cost = (row[j - 1] as number) + 1;
      if ((last[j] as number) + 1 < cost) cost = (last[j] as number) + 1;
      const swapped = i > 1 && j > 1 && letter === known.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other;
      if (swapped && (beforeLast[j - 2] as number) + 1 < cost) cost = (beforeLast[j - 2] as number) + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  let least = limit + 1;
  for (let j = 0; j <= end; j++) if ((last[j] as number) < least) least = last[j] as number;
  return least;
}

/** One bit for each kind of letter or digit in a word: words with many different bits cannot be alike. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

/** How many letters of the typed word the known one may be without. */
export function missing(typed: number, known: number): number {
  let rest = typed & ~known;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
