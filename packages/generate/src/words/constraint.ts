import type { Constraint } from '@portolan/schema';
import { number } from './count.ts';

/**
 * The limits of a schema as a person would say them: `1 to 40 characters`, `matches ^[A-Z]{3}$`.
 * Lower and upper limits of the same measure become one phrase; what has no phrase is shown as written.
 */
export function constraintsInWords(constraints: readonly Constraint[]): string[] {
  const rest = new Map(constraints.map(constraint => [constraint.name, constraint.value]));
  const take = (name: string): unknown => {
    const value = rest.get(name);
    rest.delete(name);
    return value;
  };
  const phrases: string[] = [];
  const say = (phrase: string | undefined) => {
    if (phrase !== undefined) phrases.push(phrase);
  };
  say(count(take('minLength'), take('maxLength'), 'character'));
  say(bounds(take('minimum'), take('exclusiveMinimum'), take('maximum'), take('exclusiveMaximum')));
  say(count(take('minItems'), take('maxItems'), 'item'));
  say(count(take('minProperties'), take('maxProperties'), 'field'));
  for (const [name, value] of rest) say(PHRASES[name]?.(value) ?? other(name, value));
  return phrases.filter(phrase => phrase !== '');
}

/** Phrases of the limits that stand alone; an empty one says that the limit is none. */
const PHRASES: Readonly<Record<string, (value: unknown) => string>> = {
  pattern: value => `matches ${show(value)}`,
  multipleOf: value => `a multiple of ${show(value)}`,
  uniqueItems: value => (value === true ? 'no item twice' : ''),
  additionalProperties: value => (value === false ? 'no other fields' : value === true ? '' : 'other fields allowed'),
  unevaluatedProperties: value => (value === false ? 'no other fields' : ''),
  contentEncoding: value => `encoded as ${show(value)}`,
  contentMediaType: value => `holds ${show(value)}`,
  precision: value => `${show(value)} digits`,
  scale: value => `${show(value)} after the decimal point`,
  size: value => `exactly ${show(value)} bytes`,
  discriminator: value => `told apart by ${show(value)}`,
  patternProperties: value => `names match ${listed(value, 'or')}`,
  items: value => (value === false ? 'nothing after these' : ''),
  aliases: value => `also called ${listed(value, 'or')}`,
  json_name: value => `${show(value)} in JSON`,
  if: value => conditional(value),
  'not checked': value => `not checked: ${show(value)}`,
};

/** Longer values would hide the field they limit; the raw schema has them. */
const MOST_SHOWN = 60;

function other(name: string, value: unknown): string {
  const choice = /^oneof (.+)$/.exec(name);
  if (choice) return `at most one of ${listed(value, 'and')} (${choice[1]})`;
  const phrase = `${name} ${show(value)}`;
  return phrase.length > MOST_SHOWN && typeof value === 'object' ? `limited by “${name}”, see the raw schema` : phrase;
}

const CONDITIONAL = [
  ['if', 'when'],
  ['then', 'then'],
  ['else', 'otherwise'],
] as const;

/** `if`, `then` and `else` as one sentence, as long as it is a short one. */
function conditional(value: unknown): string {
  const given = new Map(Object.entries(value ?? {}));
  const phrase = CONDITIONAL.flatMap(([name, word]) =>
    given.has(name) ? `${word} ${show(given.get(name))}` : [],
  ).join(', ');
  return phrase.length > MOST_SHOWN * 2 ? 'depends on a condition, see the raw schema' : phrase;
}

function listed(value: unknown, word: string): string {
  if (!Array.isArray(value)) return show(value);
  const items = value.map(show);
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

function count(least: unknown, most: unknown, thing: string): string | undefined {
  const low = typeof least === 'number' && least > 0 ? least : undefined;
  const high = typeof most === 'number' ? most : undefined;
  const things = (amount: number) => `${show(amount)} ${thing}${amount === 1 ? '' : 's'}`;
  if (low !== undefined && low === high) return `exactly ${things(low)}`;
  if (low !== undefined && high !== undefined) return `${show(low)} to ${things(high)}`;
  if (low !== undefined) return `at least ${things(low)}`;
  if (high !== undefined) return high === 0 ? `no ${thing}s` : `at most ${things(high)}`;
  return undefined;
}

/** Draft 4 wrote exclusive limits as booleans beside the limit, later drafts write them as numbers; both are read. */
function bounds(minimum: unknown, above: unknown, maximum: unknown, below: unknown): string | undefined {
  const low = typeof above === 'number' ? above : minimum;
  const high = typeof below === 'number' ? below : maximum;
  const lowOpen = typeof above === 'number' || above === true;
  const highOpen = typeof below === 'number' || below === true;
  if (low !== undefined && high !== undefined && !lowOpen && !highOpen) {
    return low === high ? `exactly ${show(low)}` : `${show(low)} to ${show(high)}`;
  }
  const from = low === undefined ? undefined : `${lowOpen ? 'more than' : 'at least'} ${show(low)}`;
  const to = high === undefined ? undefined : `${highOpen ? 'less than' : 'at most'} ${show(high)}`;
  return [from, to].filter(part => part !== undefined).join(' and ') || undefined;
}

const FRACTION = new Intl.NumberFormat('en', { maximumFractionDigits: 12 });

/** A value in a sentence: numbers with separators, text as it is, everything else as JSON. */
export function show(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? number(value) : FRACTION.format(value);
  if (typeof value === 'string') return value;
  return JSON.stringify(value) ?? String(value);
}
