import type { FindingKind, Params } from '@portolan/base';
import { EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
import type { Line, Page } from './page.ts';

/** One mistake in a text, where it is, and what is to be said about it. */
export interface Mistake {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
  readonly params: Params;
}

/** A member, or something without a name, that had to be left out. */
export interface Loss {
  /** Offset of the key (in a list: of the item) that it stood under; -1 for the root. */
  readonly owner: number;
  /** Its own key, where that can still be told. */
  readonly key?: string;
}

/** Mistakes of one text after which the rest is cut out without being told: one mends the first ones and looks again. */
export const MAX_MISTAKES = 20;

/** What one salvage shares between its steps. */
export interface Work {
  readonly page: Page;
  readonly maxDepth: number;
  /** Characters that may still be parsed. */
  budget: number;
  readonly mistakes: Mistake[];
  readonly losses: Loss[];
}

/** Some lines that belong together. */
export interface Block {
  /** Index of its first line, and of the first line after it. */
  readonly from: number;
  readonly to: number;
  /** Offset of the key or item that it stands under; -1 for the root. */
  readonly owner: number;
  /** Blocks around it. */
  readonly level: number;
}

/** What the parser says against a stretch of text. */
export interface Failure {
  readonly position: number;
  readonly reason: string;
}

/** What is wrong with some lines when they are a text of their own; undefined when nothing is. */
export function failureIn(work: Work, from: number, to: number): Failure | undefined {
  const { lines, text } = work.page;
  const start = (lines[from] as Line).start;
  // What was added behind the text belongs to its last line.
  const end = to === lines.length ? text.length : (lines[to - 1] as Line).end;
  return failureOf(work, start, end);
}

/** What is wrong with a stretch of the text. */
function failureOf(work: Work, start: number, end: number): Failure | undefined {
  work.budget -= end - start;
  if (work.budget < 0) return { position: start, reason: 'too much of it is damaged' };
  try {
    parseEvents(work.page.text.slice(start, end), { maxDepth: work.maxDepth });
    return undefined;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { position: Math.min(start + (error.mark?.position ?? 0), end), reason: error.reason ?? 'unknown mistake' };
  }
}

/** Whether a stretch of the text is a mapping. */
export function isMapping(work: Work, start: number, end: number): boolean {
  if (failureOf(work, start, end)) return false;
  return parseEvents(work.page.text.slice(start, end), { maxDepth: work.maxDepth })[1]?.type === EVENT_ID.MAPPING;
}

/** Changes of the text that take as long as parsing it once, or less. */
const EDITS_PER_PASS = 200;

/** Counts a change of the text against the budget. */
export function spend(work: Work): void {
  work.budget -= work.page.text.length / EDITS_PER_PASS;
}

/** Notes a mistake. Beyond the limit, only the first ones are told. */
export function mistake(work: Work, kind: FindingKind, start: number, end: number, params: Params = {}): void {
  spend(work);
  if (work.mistakes.length < MAX_MISTAKES) work.mistakes.push({ kind, start, end: Math.max(end, start), params });
}

/** The lines of a block that hold anything. */
export function filled(work: Work, { from, to }: Pick<Block, 'from' | 'to'>): number[] {
  const found: number[] = [];
  for (let index = from; index < to; index++) if (!(work.page.lines[index] as Line).empty) found.push(index);
  return found;
}
