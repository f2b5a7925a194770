/** The candidate most like a name that somebody mistyped, or undefined when none is close enough to suggest. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = limitFor(name);
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** A name that is like a mistyped one. */
export interface Near {
  readonly name: string;
  /** Letters that are wrong, missing, too many or swapped. */
  readonly edits: number;
}

/** Every candidate that is close enough to suggest, the closest first; of equally close ones, in their order. */
export function near(name: string, candidates: Iterable<string>): Near[] {
  const wanted = name.toLowerCase();
  const limit = limitFor(name);
  const found = [...candidates].map(candidate => ({
    name: candidate,
    edits: editDistance(wanted, candidate.toLowerCase(), limit),
  }));
  return found.filter(({ edits }) => edits < limit).sort((a, b) => a.edits - b.edits);
}

/** More edits than this make another word. */
function limitFor(name: string): number {
  return Math.max(1, Math.floor(name.length / 3)) + 1;
}

/**
 * Edits that turn one text into the other: insertions, deletions, replacements, and swaps of neighbours (optimal string
 * alignment). Gives up with `limit` as soon as it cannot stay below it.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j - 1] as number) + 1, (last[j] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row.push(cost);
      if (cost < lowest) lowest = cost;
    }
    if (lowest >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
