import { SOURCE_SYNTAX } from '../findings.ts';
import { mendFlow } from './flow.ts';
import { mendGroup } from './mend.ts';
import { type Page, pageOf } from './page.ts';
import { mendStray } from './stray.ts';
import { failureIn, type Loss, type Mistake, mistake, type Work } from './work.ts';

export type { Loss, Mistake } from './work.ts';

/** What is left of a damaged text. */
export interface Salvaged {
  /** Of the same length and lines as the text, with the damage blanked out; brackets that were missing stand behind. */
  readonly text: string;
  readonly mistakes: readonly Mistake[];
  readonly losses: readonly Loss[];
}

/** How often the text may be parsed through, and a sum that small texts always have. */
const MAX_PASSES = 40;
const FREE = 200_000;

/**
 * Cuts the damage out of a text that is neither YAML nor JSON, as little as possible, until the rest is. Blocks are told
 * by their indentation and judged each by itself, so that a quote that is never closed swallows its own line and not the
 * next thousand. Never throws; the text is empty when nothing readable
 * is left.
 *
 * @param json the text is meant as JSON: what YAML would let pass is a mistake as well
 */
export function salvage(text: string, maxDepth: number, json = false): Salvaged {
  const page: Page = pageOf(text);
  const work: Work = { page, maxDepth, budget: text.length * MAX_PASSES + FREE, mistakes: [], losses: [] };
  mendStray(work);
  const flow = /^[\s\uFEFF]*[{[]/.test(page.text);
  const quoted = /^[\s\uFEFF]*(?:\{\s*"|\[)/.test(page.text);
  if (flow && (json || failureIn(work, 0, page.lines.length))) {
    const start = page.text.search(/[{[]/);
    mendFlow(work, { start, end: page.text.length, owner: -1, json: json || quoted });
  } else if (failureIn(work, 0, page.lines.length)) {
    mendGroup(work, { from: 0, to: page.lines.length, owner: -1, level: 0 });
  }
  work.budget = Math.max(work.budget, page.text.length + 1);
  const failure = failureIn(work, 0, page.lines.length);
  if (failure && work.mistakes.length === 0) {
    mistake(work, SOURCE_SYNTAX, failure.position, failure.position + 1, { reason: failure.reason });
  }
  return { text: failure ? '' : page.text, mistakes: work.mistakes, losses: work.losses };
}
