import { isObject, typeOf } from '../json.ts';

/** What failed: a keyword with what it says and the value that does not fit. */
export interface Failure {
  readonly keyword: string;
  /** What the schema asks for. */
  readonly limit?: unknown;
  /** What is there: the value, or how much of it there is where amounts are limited. */
  readonly found?: unknown;
  /** The member that lacks or is too much. */
  readonly name?: string;
  /** The member that asks for it. */
  readonly because?: string;
}

/** What is wrong with a value, as a sentence without its subject. */
export function sentenceOf({ keyword, limit, found, name, because }: Failure): string {
  switch (keyword) {
    case 'type':
      return `is ${withArticle(typeOf(found))}, but must be ${listed([limit].flat().map(type => withArticle(String(type))))}`;
    case 'required':
      return `lacks \`${name}\``;
    case 'dependentRequired':
      return `has \`${because}\` but lacks \`${name}\``;
    case 'enum':
      return `is ${shown(found)}, but must be one of ${listed([limit].flat().map(shown))}`;
    case 'const':
      return `is ${shown(found)}, but must be ${shown(limit)}`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `has \`${name}\`, which the schema does not allow`;
    case 'format':
      return `is ${shown(found)}, which is no ${limit}`;
    case 'pattern':
      return `is ${shown(found)}, which does not match ${limit}`;
    case 'minLength':
    case 'maxLength':
      return amount(keyword, found, 'character', limit);
    case 'minItems':
    case 'maxItems':
      return amount(keyword, found, 'item', limit);
    case 'minProperties':
    case 'maxProperties':
      return amount(keyword, found, 'member', limit);
    case 'minContains':
    case 'maxContains':
      return amount(keyword, found, 'item of the kind that the schema asks for', limit);
    case 'minimum':
    case 'maximum':
      return `is ${shown(found)}, but must be ${bound(keyword)} ${limit}`;
    case 'exclusiveMinimum':
      return `is ${shown(found)}, but must be more than ${limit}`;
    case 'exclusiveMaximum':
      return `is ${shown(found)}, but must be less than ${limit}`;
    case 'multipleOf':
      if (limit === 1) return `is ${shown(found)}, but must be a whole number`;
      return `is ${shown(found)}, which is no multiple of ${limit}`;
    case 'uniqueItems':
      return 'has the same item twice';
    case 'oneOf':
      return found === 0 ? NONE : 'matches several of the alternatives, but must match one';
    case 'anyOf':
      return NONE;
    case 'not':
      return 'is something that the schema forbids';
    case 'contains':
      return 'has no item of the kind that the schema asks for';
    case 'propertyNames':
      return 'has a member whose name the schema does not allow';
    case 'false':
      return 'is not allowed to be there';
    default:
      return `does not satisfy \`${keyword}\``;
  }
}

const NONE = 'matches none of the alternatives';

function amount(keyword: string, found: unknown, noun: string, limit: unknown): string {
  return `has ${found} ${found === 1 ? noun : noun.replace(/^\w+/, '$&s')}, but must have ${bound(keyword)} ${limit}`;
}

function bound(keyword: string): string {
  return keyword.startsWith('min') ? 'at least' : 'at most';
}

function withArticle(type: string): string {
  if (type === 'null') return 'null';
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
}

const ROOM = 60;

/** A value as JSON, cut short: the whole of it may be huge, or deeper than anything could write. */
function shown(value: unknown): string {
  const text = written(value, ROOM + 1);
  return text.length > ROOM ? `${text.slice(0, ROOM - 1)}…` : text;
}

/** Writes at least `room` characters, where there are as many. */
function written(value: unknown, room: number): string {
  if (Array.isArray(value)) {
    let text = '[';
    for (const item of value) {
      if (text.length > room) return text;
      text += `${text === '[' ? '' : ','}${written(item, room - text.length)}`;
    }
    return `${text}]`;
  }
  if (isObject(value)) {
    let text = '{';
    for (const name of Object.keys(value)) {
      if (text.length > room) return text;
      if (value[name] === undefined) continue;
      text += `${text === '{' ? '' : ','}${JSON.stringify(name)}:`;
      text += written(value[name], room - text.length);
    }
    return `${text}}`;
  }
  if (typeof value === 'string') return JSON.stringify(value.length > room ? value.slice(0, room) : value);
  return Object.is(value, -0) ? '0' : String(value ?? null);
}
