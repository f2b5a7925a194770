/** Lines that are shown around a change. */
const AROUND = 3;

/** One line of either text, in the order of a diff. */
interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** Both texts as a unified diff that `patch` and `git apply` take; empty when they are equal. */
export function unifiedDiff(location: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = diffLines(linesOf(before), linesOf(after));
  const out = [`--- a/${location}`, `+++ b/${location}`];
  for (const [from, to] of hunks(lines)) {
    const part = lines.slice(from, to);
    const ahead = lines.slice(0, from);
    const [oldAt, newAt] = [count(ahead, '-'), count(ahead, '+')];
    out.push(`@@ -${rangeOf(oldAt, count(part, '-'))} +${rangeOf(newAt, count(part, '+'))} @@`);
    for (const { mark, text } of part) {
      out.push(mark + text.replace(/\n$/, ''));
      if (!text.endsWith('\n')) out.push('\\ No newline at end of file');
    }
  }
  return `${out.join('\n')}\n`;
}

/** Lines with their line breaks; the last one may have none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** How many lines of one text are among these. */
function count(lines: readonly Line[], mark: '-' | '+'): number {
  return lines.filter(line => line.mark === ' ' || line.mark === mark).length;
}

function rangeOf(before: number, length: number): string {
  return `${length === 0 ? before : before + 1}${length === 1 ? '' : `,${length}`}`;
}

/** Stretches of changes with what is around them, as indexes into the lines. */
function hunks(lines: readonly Line[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [index, { mark }] of lines.entries()) {
    if (mark === ' ') continue;
    const from = Math.max(0, index - AROUND);
    const to = Math.min(lines.length, index + AROUND + 1);
    const last = found.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}

/** The shortest way from one list of lines to the other (Myers, “An O(ND) difference algorithm”, 1986). */
function diffLines(before: readonly string[], after: readonly string[]): Line[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const same = (lines: readonly string[]): Line[] => lines.map(text => ({ mark: ' ', text }));
  return [
    ...same(before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ];
}

function middle(a: readonly string[], b: readonly string[]): Line[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let edits = 0; edits <= a.length + b.length; edits++) {
    trail.push(new Map(furthest));
    for (let k = -edits; k <= edits; k += 2) {
      let x = comesDown(furthest, k, edits) ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return backtracked(a, b, trail);
    }
  }
  return [];
}

function backtracked(a: readonly string[], b: readonly string[], trail: readonly Map<number, number>[]): Line[] {
  const lines: Line[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trail.length - 1; edits >= 0; edits--) {
    const furthest = trail[edits] as Map<number, number>;
    const k = x - y;
    const down = comesDown(furthest, k, edits);
    const from = edits === 0 ? 0 : at(furthest, down ? k + 1 : k - 1);
    const fromY = edits === 0 ? 0 : from - (down ? k + 1 : k - 1);
    while (x > from && y > fromY && x > 0 && y > 0) {
      lines.push({ mark: ' ', text: a[--x] as string });
      y--;
    }
    if (edits === 0) break;
    if (down) lines.push({ mark: '+', text: b[--y] as string });
    else lines.push({ mark: '-', text: a[--x] as string });
  }
  return lines.reverse();
}

function comesDown(furthest: ReadonlyMap<number, number>, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && at(furthest, k - 1) < at(furthest, k + 1));
}

function at(furthest: ReadonlyMap<number, number>, k: number): number {
  return furthest.get(k) ?? -1;
}
