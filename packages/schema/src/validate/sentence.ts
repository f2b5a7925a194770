import { typeOf } from '../json.ts';

/** What failed: a keyword with what the schema says there and the value that does not fit. */
export interface Failure {
  readonly keyword: string;
  /** The engine's own words, for keywords that have none here. */
  readonly error: string;
  /** Value of the keyword in the schema. */
  readonly limit: unknown;
  readonly data: unknown;
}

/** What is wrong with a value, as a sentence without its subject. */
export function sentenceOf({ keyword, error, limit, data }: Failure): string {
  if (limit === undefined && !TELLS_ALL.has(keyword)) return `does not satisfy \`${keyword}\``;
  switch (keyword) {
    case 'type':
      return `is ${withArticle(typeOf(data))}, but must be ${listed([limit].flat().map(type => withArticle(String(type))))}`;
    case 'required':
      return `lacks \`${quotedIn(error)}\``;
    case 'dependencies':
    case 'dependentRequired': {
      const [, has, lacks] = /"(.*)" but does not have "(.*)"/s.exec(error) ?? [];
      return `has \`${has}\` but lacks \`${lacks}\``;
    }
    case 'enum':
      return `is ${shown(data)}, but must be one of ${listed([limit].flat().map(shown))}`;
    case 'const':
      return `is ${shown(data)}, but must be ${shown(limit)}`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `has \`${quotedIn(error)}\`, which the schema does not allow`;
    case 'format':
      return `is ${shown(data)}, which is no ${limit}`;
    case 'pattern':
      return `is ${shown(data)}, which does not match ${limit}`;
    case 'minLength':
    case 'maxLength':
      return `has ${counted([...String(data)].length, 'character')}, but must have ${bound(keyword)} ${limit}`;
    case 'minItems':
    case 'maxItems':
      return `has ${counted((data as unknown[]).length, 'item')}, but must have ${bound(keyword)} ${limit}`;
    case 'minProperties':
    case 'maxProperties':
      return `has ${counted(Object.keys(data as object).length, 'member')}, but must have ${bound(keyword)} ${limit}`;
    case 'minimum':
    case 'maximum':
      // Draft-04 excludes a limit with a flag beside it.
      if (error.includes('or equal to')) return sentenceOf({ keyword: EXCLUSIVE[keyword], error: '', limit, data });
      return `is ${shown(data)}, but must be ${bound(keyword)} ${limit}`;
    case 'exclusiveMinimum':
      return `is ${shown(data)}, but must be more than ${limit}`;
    case 'exclusiveMaximum':
      return `is ${shown(data)}, but must be less than ${limit}`;
    case 'multipleOf':
      if (limit === 1) return `is ${shown(data)}, but must be a whole number`;
      return `is ${shown(data)}, which is no multiple of ${limit}`;
    case 'uniqueItems':
      return 'has the same item twice';
    case 'oneOf':
      return error.includes('(0 ') ? NONE : 'matches several of the alternatives, but must match one';
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
      return `does not satisfy \`${keyword}\`${limit === undefined ? '' : ` ${shown(limit)}`}`;
  }
}

/** Keywords whose sentence needs nothing of the schema. */
const TELLS_ALL = new Set([
  'required',
  'dependencies',
  'dependentRequired',
  'additionalProperties',
  'unevaluatedProperties',
  'uniqueItems',
  'oneOf',
  'anyOf',
  'not',
  'contains',
  'propertyNames',
  'false',
]);

const EXCLUSIVE = { minimum: 'exclusiveMinimum', maximum: 'exclusiveMaximum' } as const;

const NONE = 'matches none of the alternatives';

/** The name that the engine quotes. */
function quotedIn(error: string): string {
  return /"(.*)"/s.exec(error)?.[1] ?? '';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
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

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
