import { YES } from '../../../evaluate/model.ts';
import { generate } from '../../../pattern/generate.ts';
import { textsOf } from '../../../pattern/search.ts';
import { sequence } from '../../../sample/random.ts';
import { type Answer, found, NONE, type Search, unknown } from './answer.ts';
import { formatTexts, isWithin, shapeOf } from './formats.ts';
import { type Goal, meetsAll } from './goal.ts';

/** The text that is taken where any will do. */
export const ANY_TEXT = 'text';

/** What is demanded of a text. */
interface Wanted {
  least: number;
  most: number;
  readonly matching: Set<string>;
  readonly notMatching: Set<string>;
  readonly formats: Set<string>;
  readonly notFormats: Set<string>;
  readonly except: Set<string>;
}

/** Texts of a kind that are tried where not everything about them can be calculated. */
const MOST_TRIES = 40;

/** Finds a text, or proves that there is none. */
export function findText(goals: readonly Goal[], search: Search): Answer {
  const wanted = wantedBy(goals);
  const { least, most, matching, notMatching, formats, notFormats } = wanted;
  if (least > most) return NONE;
  for (const source of matching) if (notMatching.has(source)) return NONE;
  for (const format of formats) {
    for (const other of notFormats) if (isWithin(format, other)) return NONE;
  }
  if (search.overspent(1 + matching.size + notMatching.size)) return unknown(NOTHING_FOUND);
  const fits = (text: string) =>
    length(text) >= least && length(text) <= most && !wanted.except.has(text) && meetsAll(goals, text) === YES;
  if (matching.size + notMatching.size + formats.size + notFormats.size === 0) return plain(wanted);
  const likely = formats.size > 0 ? [...formats].flatMap(formatTexts) : LIKELY;
  const quick = likely.find(fits) ?? (notFormats.size > 0 ? LIKELY.find(fits) : undefined);
  if (quick !== undefined) return found(quick);
  return calculated(wanted, fits, search);
}

const NOTHING_FOUND = 'neither a text was found that shows a difference, nor a proof that there is none';

const LIKELY = [ANY_TEXT, 'a', 'A', 'x1', '0', '-', 'some text', 'ABC', '123', 'a@b', 'a.b', ' ', ''];

function wantedBy(goals: readonly Goal[]): Wanted {
  const wanted: Wanted = {
    least: 0,
    most: Number.POSITIVE_INFINITY,
    matching: new Set(),
    notMatching: new Set(),
    formats: new Set(),
    notFormats: new Set(),
    except: new Set(),
  };
  for (const goal of goals) {
    if (goal.kind === 'text') (goal.isMet ? wanted.matching : wanted.notMatching).add(goal.source);
    if (goal.kind === 'values' && !goal.isMet) leaveOut(goal.values, wanted);
    if (goal.kind !== 'part') continue;
    const { part, isMet } = goal;
    if (part.kind === 'values' && !isMet) leaveOut(part.values, wanted);
    if (part.kind === 'pattern') (isMet ? wanted.matching : wanted.notMatching).add(part.source);
    if (part.kind === 'format') (isMet ? wanted.formats : wanted.notFormats).add(part.format);
    if (part.kind === 'amount') limit(part, isMet, wanted);
  }
  return wanted;
}

function leaveOut(values: readonly unknown[], { except }: Wanted): void {
  for (const value of values) if (typeof value === 'string') except.add(value);
}

/** Each such part sets one of the limits, the other being open. */
export function limit(
  part: { readonly least: number; readonly most: number },
  isMet: boolean,
  wanted: { least: number; most: number },
): void {
  if (isMet) {
    wanted.least = Math.max(wanted.least, Math.ceil(part.least));
    wanted.most = Math.min(wanted.most, Math.floor(part.most));
  } else if (part.most === Number.POSITIVE_INFINITY) wanted.most = Math.min(wanted.most, Math.ceil(part.least) - 1);
  else wanted.least = Math.max(wanted.least, Math.floor(part.most) + 1);
}

const LONGEST = 100_000;

/** Where only lengths count and single texts are left out. */
function plain({ least, most, except }: Wanted): Answer {
  if (most < 0) return NONE;
  if (least > LONGEST) return unknown('its texts would be very long');
  const stems = [ANY_TEXT, 'extra', 'other', 'value'].filter(stem => stem.length >= least && stem.length <= most);
  const stem = stems.find(one => !except.has(one));
  if (stem !== undefined) return found(stem);
  // Of each length above zero there are more texts than anybody leaves out.
  const size = Math.max(least, Math.min(most, 1));
  if (size === 0) return except.has('') ? NONE : found('');
  for (let code = 0x61; code < 0xd800; code++) {
    const text = String.fromCodePoint(code).padStart(size, 'x');
    if (!except.has(text)) return found(text);
  }
  return unknown(NOTHING_FOUND);
}

/** Where patterns and formats count, all texts that they tell apart are gone through, the shortest first. */
function calculated(wanted: Wanted, fits: (text: string) => boolean, search: Search): Answer {
  const { least, most, formats, except } = wanted;
  // More than a format allows, but no text of the format is left out: nothing in there is proof that there is nothing.
  const shapes = [...formats].flatMap(format => shapeOf(format) ?? []);
  const exceptions = except.size > 0 ? [`^(?:${[...except].map(escaped).join('|')})$`] : [];
  const texts = textsOf({
    matching: [...wanted.matching, ...shapes],
    notMatching: [...wanted.notMatching, ...exceptions],
    least,
    most,
  });
  for (let tries = 0; ; tries++) {
    const { value, done } = texts.next();
    if (done) {
      if (value === 'all' && tries === 0) return NONE;
      break;
    }
    if (fits(value)) return found(value);
    if (tries >= MOST_TRIES || search.overspent(10)) break;
  }
  for (const source of wanted.matching) {
    for (let seed = 0; seed < 4; seed++) {
      const made = generate([source], { least, most }, sequence(source, seed));
      if (made !== undefined && fits(made)) return found(made);
    }
  }
  return unknown(NOTHING_FOUND);
}

function escaped(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
}

function length(text: string): number {
  return [...text].length;
}
