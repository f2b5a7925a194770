import { cleanLine } from '../print/clean.ts';
import { type Style, styleFor } from '../print/style.ts';
import { plural } from '../report.ts';
import type { Missing } from './criterion.ts';
import type { Score, ScoredCriterion } from './score.ts';

/** One document and its score. */
export interface ScoredDocument {
  /** Location of the entry file. */
  readonly location: string;
  readonly title?: string;
  /** Absent when the text is no AsyncAPI document at all. */
  readonly score?: Score;
}

/** How scores are printed for people. */
export interface ScorePrintOptions {
  readonly color?: boolean;
  /** Only the points, not what is missing. */
  readonly summary?: boolean;
}

/** Name and version of the shape of the JSON. */
export const SCORES_SHAPE = 'scores/1';

/** Places that are listed for one criterion. */
const MOST_PLACES = 10;

/** For people at a terminal: the points of each document and, most worth first, what to mend to earn the rest. */
export function printScores(documents: readonly ScoredDocument[], options: ScorePrintOptions = {}): string {
  const style = styleFor(options.color ?? false);
  const width = Math.max(...documents.map(({ location }) => location.length));
  const blocks = documents.map(document => blockOf(document, width, style, options.summary ?? false));
  return `${blocks.join(options.summary ? '\n' : '\n\n')}${footOf(documents, options.summary ? '\n' : '\n\n')}\n`;
}

/** For programs: the shape that `scores-json-schema.ts` describes. */
export function printScoresJson(documents: readonly ScoredDocument[]): string {
  const shown = documents.map(({ location, title, score }) => ({
    location,
    title,
    points: score?.points,
    of: score?.of,
    criteria: score?.criteria.map(({ id, says, earned, of, missing }) => ({
      id,
      says,
      earned,
      of,
      missing: missing.map(({ what, origin, range }) => ({
        what,
        origin: { source: origin.source, pointer: origin.pointer },
        range,
      })),
    })),
  }));
  return `${JSON.stringify({ portolan: SCORES_SHAPE, documents: shown }, undefined, 2)}\n`;
}

function blockOf({ location, title, score }: ScoredDocument, width: number, style: Style, summary: boolean): string {
  const name = style(cleanLine(summary ? location.padEnd(width) : location), 'bold');
  if (!score) return `${name}  cannot be read: \`portolan validate\` says why`;
  const color = score.points >= 80 ? 'green' : score.points >= 50 ? 'yellow' : 'red';
  const points = style(`${score.points} of ${score.of}`, 'bold', color);
  const head = `${name}  ${points}${title ? `  ${cleanLine(title)}` : ''}`;
  if (summary) return head;
  const lacking = score.criteria
    .filter(({ missing }) => missing.length > 0)
    .toSorted((a, b) => b.of - b.earned - (a.of - a.earned));
  return [head, ...lacking.map(criterion => criterionBlock(criterion, style))].join('\n\n');
}

function criterionBlock({ says, earned, of, missing }: ScoredCriterion, style: Style): string {
  const lost = style(`-${of - earned}`.padStart(5), 'yellow');
  const lines = missing.slice(0, MOST_PLACES).map(one => `         ${placeOf(one)}: ${cleanLine(one.what)}`);
  const more = missing.length - MOST_PLACES;
  return [
    `${lost}  ${says} ${style(`(${earned} of ${of})`, 'dim')}`,
    ...lines,
    ...(more > 0 ? [`         … and ${more} more`] : []),
  ].join('\n');
}

function placeOf({ origin, range }: Missing): string {
  const source = cleanLine(origin.source);
  return range ? `${source}:${range.start.line}:${range.start.column}` : source;
}

/** The mean, where there is more than one document. */
function footOf(documents: readonly ScoredDocument[], gap: string): string {
  if (documents.length < 2) return '';
  const sum = documents.reduce((total, { score }) => total + (score?.points ?? 0), 0);
  return `${gap}${documents.length} ${plural(documents.length, 'document')}: ${Math.floor(sum / documents.length)} of 100 on average`;
}
