import { SOURCE_SYNTAX } from '../findings.ts';
import { SOURCE_INDENTATION, SOURCE_TAB } from './damage.ts';
import { diagnose } from './diagnose.ts';
import { type Entry, entryOf, isBare } from './entry.ts';
import { mendFlow } from './flow.ts';
import { blank, contentOf, indentOf, type Line, overwrite } from './page.ts';
import { type Block, type Failure, failureIn, filled, isMapping, mistake, spend, type Work } from './work.ts';

/** Deeper blocks are cut out whole. */
const MAX_LEVEL = 60;

/** Culprits that are looked for in one group before all of it is given up. */
const MAX_ROUNDS = 8;

/** Mends lines that stand side by side, each with what is indented below it, and are no YAML as they are. */
export function mendGroup(work: Work, block: Block): void {
  if (block.level > MAX_LEVEL || work.budget < 0) {
    const failure = failureIn(work, block.from, block.to);
    if (work.budget < 0) lose(work, block);
    else cutOr(work, block, failure);
    return;
  }
  dropStrangers(work, block);
  let before: Block | undefined;
  for (const child of split(work, block)) {
    if (work.budget < 0) {
      // What nobody has looked at cannot be kept; what was looked at before stays.
      lose(work, { ...child, to: block.to });
      return;
    }
    const failure = failureIn(work, child.from, child.to);
    if (failure && !dropDedented(work, child, before)) mendEntry(work, child, failure);
    if (filled(work, child).length > 0) before = child;
  }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (work.budget < 0) return;
    const failure = failureIn(work, block.from, block.to);
    if (!failure) return;
    const children = split(work, block);
    const line = work.page.lines.findIndex(({ end }) => end >= failure.position);
    const culprit = children.find(({ to }) => to > line) ?? children.at(-1);
    if (!culprit || children.length === 1) break;
    cut(work, culprit, failure);
  }
  cutOr(work, block, failureIn(work, block.from, block.to));
}

/** Lines of a group by the entries that they make up: an entry is a line and all that is indented more. */
function split(work: Work, block: Block): Block[] {
  const { lines } = work.page;
  const [first, ...others] = filled(work, block);
  if (first === undefined) return [];
  let indent = indentOf(lines[first] as Line);
  const list = contentOf(work.page, lines[first] as Line).startsWith('-');
  const starts = [first];
  for (const index of others) {
    const line = lines[index] as Line;
    if (indentOf(line) > indent || continues(contentOf(work.page, line), list)) continue;
    starts.push(index);
    indent = indentOf(line);
  }
  return starts.map((from, n) => ({ from, to: starts[n + 1] ?? block.to, owner: block.owner, level: block.level + 1 }));
}

/** A bracket that closes what is above, or a list at the indentation of its key. */
function continues(content: string, list: boolean): boolean {
  return /^[}\]]/.test(content) || (!list && /^-(?:\s|$)/.test(content) && !content.startsWith('---'));
}

/** Cuts out lines that are no entries, and entries between two indentations, so that what is below rejoins its owner. */
function dropStrangers(work: Work, block: Block): void {
  const children = split(work, block);
  if (children.length < 2) return;
  const entries = children.map(child => entryAt(work, child));
  const items = entries.filter(({ is }) => is === 'item').length;
  const members = entries.filter(({ is }) => is === 'member').length;
  if (items + members === 0) return;
  const wanted = items > members ? 'item' : 'member';
  const usual = usualIndent(work, children);
  // Lines that slipped together are one mistake.
  let told = -1;
  children.forEach((child, n) => {
    if (work.budget < 0) return;
    const line = lineOf(work, child);
    const content = contentOf(work.page, line);
    if (/^(---|\.\.\.)(\s|$)|^[%?]/.test(content)) return;
    const { is } = entries[n] as Entry;
    if (is !== wanted && !isWhole(work, line, content)) {
      cut(work, is === 'neither' && n > 0 && !isKeyLike(content) ? { ...child, to: child.from + 1 } : child, undefined);
    } else if (indentOf(line) !== usual) {
      if (indentOf(line) !== told) misplaced(work, line);
      told = indentOf(line);
      lose(work, child);
    }
  });
}

/** What is below a damaged key belongs to it; what is below a line of another kind belonged to somebody else. */
function isKeyLike(content: string): boolean {
  return !/\s/.test(content.trim()) || /:\s*$/.test(content);
}

/** Keys that only the parser knows: with an anchor or a tag before them, aliases, brackets. */
function isWhole(work: Work, line: Line, content: string): boolean {
  return /^[&*!{[]/.test(content) && /:(\s|$)/.test(content) && isMapping(work, line.start, line.end);
}

/** A line that slipped out to the left has cut its neighbours in two: without it the parts fit together. */
function dropDedented(work: Work, child: Block, before: Block | undefined): boolean {
  const line = lineOf(work, child);
  // A key without a value is there for what is below it.
  const bare = isBare(contentOf(work.page, line).slice(entryAt(work, child).value));
  if (!before || bare || filled(work, child).length < 2 || failureIn(work, child.from, child.from + 1)) return false;
  const { text } = work.page;
  const { content } = line;
  blank(work.page, content, line.end);
  if (!failureIn(work, before.from, child.to)) {
    mistake(work, SOURCE_INDENTATION, content, line.end, { found: content === line.start ? 'nothing' : 'too little' });
    work.losses.push({ owner: child.owner });
    return true;
  }
  overwrite(work.page, line.start, text.slice(line.start, line.end));
  return false;
}

/** Mends one entry: a line with what is indented below it. */
function mendEntry(work: Work, block: Block, failure: Failure): void {
  const { page } = work;
  const line = lineOf(work, block);
  const below = filled(work, block).slice(1);
  const entry = entryAt(work, block);
  const bare = isBare(contentOf(page, line).slice(entry.value));
  const inner = { from: block.from + 1, to: block.to, owner: line.content, level: block.level };
  if (takesTabs(work, line, block)) return;
  if (entry.is === 'item' && !bare) mendItem(work, block, failure);
  else if (below.length === 0) cutOr(work, block, mendsFlow(work, block, line, entry) ? undefined : failure);
  else if (bare && entry.is !== 'neither') {
    if (failureIn(work, inner.from, inner.to)) mendGroup(work, inner);
    // A key without anything below it would say that there is nothing; what was there is not known any more.
    if (filled(work, inner).length === 0) lose(work, block, entry);
    else cutOr(work, block, failureIn(work, block.from, block.to));
  } else if (failureIn(work, block.from, block.from + 1)) {
    if (!mendsFlow(work, block, line, entry)) cut(work, block, failure);
  } else {
    const stray = page.lines[below[0] as number] as Line;
    misplaced(work, stray, line);
    lose(work, { ...block, from: below[0] as number });
  }
}

/** Between brackets a tab separates as a blank does, but the parser does not take it everywhere. */
function takesTabs(work: Work, line: Line, block: Block): boolean {
  const content = contentOf(work.page, line);
  if (!content.includes('\t')) return false;
  overwrite(work.page, line.content, content.replaceAll('\t', ' '));
  if (!failureIn(work, block.from, block.to)) return true;
  overwrite(work.page, line.content, content);
  return false;
}

/** An item is a group of its own that begins behind the hyphen. */
function mendItem(work: Work, block: Block, failure: Failure): void {
  const { page } = work;
  const line = lineOf(work, block);
  const hyphen = line.content;
  blank(page, hyphen, hyphen + 1);
  const inner = { ...block, owner: line.content };
  if (failureIn(work, inner.from, inner.to)) mendGroup(work, inner);
  if (filled(work, inner).length === 0) lose(work, block, { is: 'item', value: 0 });
  else {
    overwrite(page, hyphen, '-');
    if (failureIn(work, block.from, block.to)) cutOr(work, block, failure);
  }
}

/** Mends a value that begins with a bracket; false when it is none, or cannot be mended. */
function mendsFlow(work: Work, block: Block, line: Line, entry: Entry): boolean {
  const start = line.content + entry.value;
  if (!/^[{[]/.test(work.page.text.slice(start, start + 1))) return false;
  const { text } = work.page;
  const [mistakes, losses] = [work.mistakes.length, work.losses.length];
  const end = (work.page.lines[block.to - 1] as Line).end;
  mendFlow(work, { start, end, owner: line.content, json: false });
  if (!failureIn(work, block.from, block.to)) return true;
  work.mistakes.length = mistakes;
  work.losses.length = losses;
  work.page.text = text;
  overwrite(work.page, start, text.slice(start, end));
  return false;
}

/** Says what is wrong with a block, and cuts it out. */
function cut(work: Work, block: Block, failure: Failure | undefined): void {
  const { kind, start, end, params } = diagnose(work, block, failure);
  mistake(work, kind, start, end, params);
  lose(work, block);
}

function cutOr(work: Work, block: Block, failure: Failure | undefined): void {
  // Without a budget everything fails, which says nothing.
  if (failure && work.budget >= 0) cut(work, block, failure);
}

function lose(work: Work, block: Block, entry: Entry = entryAt(work, block)): void {
  if (keepsVersion(work, block, entry)) return;
  const { lines } = work.page;
  const { start } = lines[block.from] as Line;
  const { end } = lines[block.to - 1] as Line;
  // What was lost inside it before is lost with it.
  const others = work.losses.filter(({ owner }) => owner < start || owner >= end);
  work.losses.splice(0, work.losses.length, ...others);
  work.losses.push({ owner: block.owner, ...(entry.key !== undefined && { key: entry.key }) });
  blank(work.page, start, end);
  spend(work);
}

/** The version of the language decides how all the rest is read; it is told even between damaged quotes. */
function keepsVersion(work: Work, block: Block, { key, value }: Entry): boolean {
  if (block.owner !== -1 || (key !== 'asyncapi' && key !== 'openapi')) return false;
  const line = lineOf(work, block);
  const content = contentOf(work.page, line);
  const version = /\d+\.\d+\.\d+/.exec(content.slice(value))?.[0];
  if (version === undefined) return false;
  const kept = (content.slice(0, value) + version).padEnd(content.length);
  overwrite(work.page, line.content, kept);
  blank(work.page, line.end, (work.page.lines[block.to - 1] as Line).end);
  return true;
}

function entryAt(work: Work, block: Block): Entry {
  return entryOf(contentOf(work.page, lineOf(work, block)));
}

/** The line that a block begins with, comments and empty lines before it aside. */
function lineOf(work: Work, block: Block): Line {
  const [first = block.from] = filled(work, block);
  return work.page.lines[first] as Line;
}

/** Says of a line that it stands where nothing can stand. */
function misplaced(work: Work, line: Line, above?: Line): void {
  const count = indentOf(line);
  const tab = tabOf(work, line);
  if (tab >= 0) mistake(work, SOURCE_TAB, tab, tab + 1);
  else if (above && count <= indentOf(above)) {
    mistake(work, SOURCE_SYNTAX, line.content, line.end, { reason: 'an item of a list stands among members' });
  } else {
    const found = count === 0 ? 'nothing' : count === 1 ? 'one blank' : `${count} blanks`;
    mistake(work, SOURCE_INDENTATION, line.content, line.end, { found });
  }
}

/** Offset of the first tab before the content of a line, or -1. */
function tabOf(work: Work, line: Line): number {
  const tab = work.page.text.slice(line.start, line.content).indexOf('\t');
  return tab < 0 ? -1 : line.start + tab;
}

/** The indentation that most of the text hangs on; where that is even, the smaller one. */
function usualIndent(work: Work, children: readonly Block[]): number {
  const lines = new Map<number, number>();
  for (const child of children) {
    const line = lineOf(work, child);
    const indent = indentOf(line);
    const weight = tabOf(work, line) < 0 ? filled(work, child).length : 0;
    lines.set(indent, (lines.get(indent) ?? 0) + weight);
  }
  const better = (a: number, b: number, [x, y]: readonly [number, number]) => b > y || (b === y && a < x);
  return [...lines].reduce((best, [indent, count]) => (better(indent, count, best) ? [indent, count] : best))[0];
}
