import type { Shape } from '@portolan/schema';
import type { Definition } from '../definitions.ts';
import { type Place, readingOf } from '../places.ts';
import type { Change, Verdict } from './model.ts';
import { accepts, kindOf } from './types.ts';

/** What a change does to whoever reads by a definition. `why` ends a sentence that begins with the service. */
export interface Effect {
  readonly verdict: Verdict;
  readonly why: string;
}

/** Most paths that a sentence names. */
const NAMED = 4;

/**
 * What a change of a field does to a receiver, as far as its own definition of the message tells. A receiver's schema says
 * what it reads: what it does not name, it does not need.
 *
 * @param path of the field; '' is the whole message
 */
export function effectOn({ places, closed, format }: Definition, path: string, change: Change): Effect {
  if (!places) return unknown(`${closed}, so nobody knows what it reads`);
  const reading = readingOf(places, path);
  if (reading.reads === 'around') {
    const whole = reading.path === '' ? 'the whole message' : `\`${reading.path}\` whole`;
    return unknown(`takes ${whole}, and its schema does not say what it reads in it`);
  }
  if (reading.reads === 'not') {
    if (change.kind === 'rename' && reading.closed)
      return breaks(`does not know \`${change.to}\`, and its schema allows no fields that it does not name`);
    return newName(places, path, change) ?? fine(`does not read \`${path}\``);
  }
  const { place, inside } = reading;
  if (change.kind === 'remove') return breaks(readsIt(place, inside));
  if (change.kind === 'rename') {
    const how = readsIt(place, inside);
    if (format === 'protobuf')
      return unknown(`${how}; Protobuf knows fields by their numbers, so only JSON and code made anew would notice`);
    return breaks(how);
  }
  if (change.kind === 'optional') return format === 'avro' ? nullable(place) : optional(place, inside);
  return change.kind === 'retype' ? retyped(place, inside, change.to) : narrowed(place, change.values);
}

/** A receiver that does not read the old name may know the new one already, and then reads it from now on. */
function newName(places: NonNullable<Definition['places']>, path: string, change: Change): Effect | undefined {
  if (change.kind !== 'rename') return undefined;
  const renamed = path.replace(/[^.]+$/, change.to);
  const reading = readingOf(places, renamed);
  return reading.reads === 'it'
    ? unknown(`reads \`${renamed}\` already, and would find another value there`)
    : undefined;
}

/** `demands total`, `reads total`, `reads amount.currency and amount.value in amount`. */
function readsIt({ path, required }: Place, inside: readonly string[]): string {
  if (path === '') return inside.length > 0 ? `reads ${listed(inside)}` : 'receives it';
  const verb = required ? 'demands' : 'reads';
  return inside.length > 0 ? `${verb} \`${path}\` with ${listed(inside)}` : `${verb} \`${path}\``;
}

function optional(place: Place, inside: readonly string[]): Effect {
  const name = `\`${place.path}\``;
  if (place.required) return breaks(`demands ${name}, and refuses messages without it`);
  return fine(`reads ${name} but does not demand it${inside.length > 0 ? ', nor anything in it without it' : ''}`);
}

/** Avro knows no missing fields: one that may be left out may be null. */
function nullable({ path, shapes }: Place): Effect {
  const name = `\`${path}\``;
  return shapes.some(shape => accepts(shape, 'null') === 'yes')
    ? fine(`reads ${name} and takes null`)
    : breaks(`reads ${name} and takes no null`);
}

function retyped({ path, shapes }: Place, inside: readonly string[], to: string): Effect {
  const kind = kindOf(to);
  const name = `\`${path}\``;
  if (kind === undefined) return unknown(`reads ${name}, and Portolan does not know the type ${to}`);
  const answers = shapes.map(shape => accepts(shape, kind));
  if (answers.includes('yes')) {
    if (inside.length > 0) return unknown(`reads ${listed(inside)} in ${name}, and nobody said whether that stays`);
    const [limited] = shapes.flatMap(limitsOf);
    if (limited)
      return unknown(`reads ${name} as ${typesOf(shapes)} and limits it (${limited}), and new values may not fit`);
    return fine(`reads ${name} as ${typesOf(shapes)}, which takes ${to}`);
  }
  if (answers.includes('unknown')) return unknown(`reads ${name}, and its schema does not tell as what`);
  if (inside.length > 0) return breaks(`reads ${listed(inside)} in ${name}`);
  return breaks(`reads ${name} as ${typesOf(shapes)}`);
}

function narrowed({ path, shapes }: Place, values: readonly string[]): Effect {
  const name = `\`${path}\``;
  const known = shapes.flatMap(shape => shape.enum ?? (shape.const === undefined ? [] : [shape.const])).map(String);
  if (known.length === 0) {
    if (shapes.every(shape => shape.kind === 'any' || shape.kind === 'opaque'))
      return unknown(`reads ${name}, and its schema does not tell as what`);
    return fine(`reads ${name} and takes any ${typesOf(shapes)}`);
  }
  const refused = values.filter(value => !known.includes(value));
  if (refused.length > 0) return breaks(`reads ${name} and does not know ${listed(refused)}`);
  const gone = known.filter(value => !values.includes(value));
  return fine(
    `reads ${name} and knows every value that remains${gone.length > 0 ? `; ${listed(gone)} would no longer come` : ''}`,
  );
}

/** Names of what limits the values of a shape beside its type. */
function limitsOf(shape: Shape): string[] {
  const limits = shape.constraints.map(({ name }) => name);
  if (shape.enum) limits.push('enum');
  if (shape.const !== undefined) limits.push('const');
  if (shape.format !== undefined) limits.push(`format ${shape.format}`);
  return limits;
}

function typesOf(shapes: readonly Shape[]): string {
  return [...new Set(shapes.map(({ type }) => type))].join(' or ');
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map(name => `\`${name}\``);
  if (names.length > NAMED) return `${shown.join(', ')} and ${names.length - NAMED} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function breaks(why: string): Effect {
  return { verdict: 'breaks', why };
}

function unknown(why: string): Effect {
  return { verdict: 'unknown', why };
}

function fine(why: string): Effect {
  return { verdict: 'does-not-break', why };
}
