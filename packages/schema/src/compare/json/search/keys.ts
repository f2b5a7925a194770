import { namesOf } from '../../../evaluate/equal.ts';
import { isObject } from '../../../json.ts';
import type { Goal } from './goal.ts';
import type { Part, Term } from './part.ts';
import { bare, partsOf } from './parts.ts';

/** Gives schemas that say the same the same number, whichever document they stand in. */
export interface Keys {
  readonly numbers: Map<string, number>;
  next: number;
  /** Schemas inside schemas whose numbers are being worked out. */
  depth: number;
}

/** Schemas inside schemas; the stack of JavaScript holds some more. */
const DEEPEST = 300;

export function newKeys(): Keys {
  return { numbers: new Map(), next: 0, depth: 0 };
}

/**
 * The number of a schema. Descriptions and the order of the text do not count, references are followed; of those that
 * contain themselves each has a number of its own.
 *
 * @throws RangeError when they are nested too deeply
 */
export function keyOfTerm(term: Term, keys: Keys): number {
  if (term.key !== undefined) return term.key;
  // Whoever asks while this is being worked out is inside it.
  const own = keys.next++;
  term.key = own;
  const inner = bare(term);
  if (inner !== term) {
    term.key = keyOfTerm(inner, keys);
    return term.key;
  }
  if (keys.depth++ > DEEPEST) throw new RangeError('nested too deeply');
  const parts = partsOf(term).map(part => keyOfPart(part, keys));
  keys.depth--;
  term.key = numberOf(parts.sort((a, b) => a - b).join(), keys, own);
  return term.key;
}

export function keyOfPart(part: Part, keys: Keys): number {
  if (part.key === undefined) part.key = numberOf(textOfPart(part, keys), keys);
  return part.key;
}

function numberOf(text: string, keys: Keys, own?: number): number {
  const known = keys.numbers.get(text);
  if (known !== undefined) return known;
  const made = own ?? keys.next++;
  keys.numbers.set(text, made);
  return made;
}

function textOfPart(part: Part, keys: Keys): string {
  const inner = (term: Term | undefined) => (term ? keyOfTerm(term, keys) : '');
  const list = (terms: readonly Term[]) => terms.map(inner).join();
  const start = `${part.kind}${part.exceptNull ? '?' : ''} ${part.on} `;
  switch (part.kind) {
    case 'types':
      return `${start}${[...part.types].sort().join()} ${part.isWhole}`;
    case 'values':
      return `${start}${part.values.map(textOf).sort().join()}`;
    case 'bound':
      return `${start}${part.side} ${part.limit} ${part.excludes}`;
    case 'multiple':
      return `${start}${part.of}`;
    case 'amount':
      return `${start}${part.least} ${part.most}`;
    case 'pattern':
      return `${start}${part.source}`;
    case 'format':
      return `${start}${part.format}`;
    case 'unclear':
      return `${start}${part.keyword} ${keys.next++}`;
    case 'items':
      return `${start}${list(part.first)};${inner(part.rest)}`;
    case 'contains':
      return `${start}${inner(part.term)} ${part.least} ${part.most}`;
    case 'members': {
      const named = [...part.named].map(([name, term]) => `${JSON.stringify(name)}${inner(term)}`).sort();
      const patterned = part.patterned.map(({ source, term }) => `${JSON.stringify(source)}${inner(term)}`).sort();
      return `${start}${named.join()};${patterned.join()};${inner(part.others)}`;
    }
    case 'required':
      return `${start}${part.name}`;
    case 'dependent-name':
      return `${start}${JSON.stringify([part.because, part.name])}`;
    case 'dependent':
      return `${start}${JSON.stringify(part.because)}${inner(part.term)}`;
    case 'names':
    case 'not':
      return `${start}${inner(part.term)}`;
    case 'unevaluated':
      return `${start}${inner(part.term)} ${part.keyword}`;
    case 'all':
    case 'any':
    case 'one':
      return `${start}${part.terms.map(inner).sort().join()}`;
    case 'conditional':
      return `${start}${inner(part.condition)};${inner(part.consequence)};${inner(part.alternative)}`;
    default:
      return start;
  }
}

/** A text that is the same for the same goal. */
export function keyOfGoal(goal: Goal, keys: Keys): string {
  switch (goal.kind) {
    case 'term':
      return `${goal.isMet ? '+' : '-'}${keyOfTerm(goal.term, keys)}`;
    case 'part':
      return `${goal.isMet ? '+' : '-'}p${keyOfPart(goal.part, keys)}`;
    case 'left':
      return `left${goal.watch.id}${goal.isMet}`;
    case 'has':
      return `${goal.isMet ? '+' : '-'}h${goal.name}`;
    case 'member':
      return `m${typeof goal.name === 'string' ? JSON.stringify(goal.name) : keyOfGoals(goal.name, keys)}:${keyOfGoals(goal.value, keys)}`;
    case 'item':
      return `i${goal.at ?? ''},${goal.from}:${keyOfGoals(goal.value, keys)}`;
    case 'count':
      return `c${keyOfTerm(goal.term, keys)},${goal.least},${goal.most}`;
    case 'size':
      return `s${goal.least},${goal.most}`;
    case 'twins':
      return 'twins';
    case 'type':
      return `is ${goal.type}`;
    case 'text':
      return `${goal.isMet ? '+' : '-'}t${JSON.stringify(goal.source)}`;
    case 'values':
      return `${goal.isMet ? '+' : '-'}v${goal.values.map(textOf).join()}`;
  }
}

export function keyOfGoals(goals: readonly Goal[], keys: Keys): string {
  if (goals.length === 1) return keyOfGoal(goals[0] as Goal, keys);
  const texts = goals.map(goal => keyOfGoal(goal, keys)).sort();
  return `(${texts.filter((text, index) => text !== texts[index - 1]).join()})`;
}

/** JSON with sorted keys, and the numbers that JSON has and JavaScript has not. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (isObject(value)) {
    const names = namesOf(value).sort();
    return `{${names.map(name => `${JSON.stringify(name)}:${textOf(value[name])}`).join()}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : Object.is(value, -0) ? '0' : String(value ?? null);
}
