import { SOURCE_SYNTAX } from '../findings.ts';
import { SOURCE_TOO_DEEP } from './damage.ts';
import { mendFlow } from './flow.ts';
import { mendGroup } from './mend.ts';
import { blank, type Line, lineAt, type Page, pageOf } from './page.ts';
import { withoutStray } from './stray.ts';
import { type Failure, failureIn, type Loss, type Mistake, mistake, type Work } from './work.ts';

export type { Loss, Mistake } from './work.ts';

/** What is left of a damaged text. */
export interface Salvaged {
  /** Of the same length and lines as the text, with the damage blanked out; brackets that were missing stand behind. */
  readonly text: string;
  readonly mistakes: readonly Mistake[];
  readonly losses: readonly Loss[];
}

/** How often the text may be parsed through: a small one often, one of megabytes not so often. In characters, a sum for all. */
const MAX_PASSES = 40;
const MIN_PASSES = 8;
const MOST = 20_000_000;
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
  const stray = withoutStray(text);
  const page: Page = pageOf(stray.text);
  const budget = Math.min(text.length * MAX_PASSES, Math.max(MOST, text.length * MIN_PASSES)) + FREE;
  const work: Work = { page, maxDepth, budget, mistakes: [...stray.mistakes], losses: [] };
  const flow = /^[\s\uFEFF]*[{[]/.test(page.text);
  const quoted = /^[\s\uFEFF]*(?:\{\s*"|\[)/.test(page.text);
  const first = failureIn(work, 0, page.lines.length);
  if (flow && (json || first)) {
    const start = page.text.search(/[{[]/);
    mendFlow(work, { start, end: page.text.length, owner: -1, json: json || quoted });
  } else if (first) {
    mendGroup(work, { from: 0, to: page.lines.length, owner: -1, level: 0 });
  }
  const last = lastResort(work);
  // Where everything was given up, the parser's first word has to do.
  const silent = work.mistakes.length === 0 && (last !== undefined || work.losses.length > 0);
  if (first && silent) tell(work, first);
  return { text: last ? '' : page.text, mistakes: work.mistakes, losses: work.losses };
}

function tell(work: Work, { position, reason }: Failure): void {
  if (reason.startsWith('nesting')) mistake(work, SOURCE_TOO_DEEP, position, position + 1, { limit: work.maxDepth });
  else mistake(work, SOURCE_SYNTAX, position, position + 1, { reason });
}

/** What still fails after everything takes what is behind it along. Gives the failure when that does not help either. */
function lastResort(work: Work): Failure | undefined {
  const { page } = work;
  let failure: Failure | undefined;
  for (let tries = 0; tries < 3; tries++) {
    work.budget = page.text.length + 1;
    failure = failureIn(work, 0, page.lines.length);
    if (!failure || page.lines.length < 2) break;
    const line = page.lines[lineAt(page.lines, failure.position)] as Line;
    tell(work, failure);
    blank(page, line.start, page.text.length);
    work.losses.push({ owner: -1 });
  }
  return failure;
}
