import { isObject, typeOf } from '../json.ts';
import type { Form } from './model.ts';

/** The types of JSON that a keyword's value may have; an empty list stands for any. */
const TYPES: Readonly<Record<Form, readonly string[]>> = {
  one: ['object', 'boolean'],
  list: ['array'],
  map: ['object'],
  'one-or-list': ['object', 'boolean', 'array'],
  'map-or-names': ['object'],
  text: ['string'],
  texts: ['array'],
  'texts-by-name': ['object'],
  count: ['integer'],
  number: ['integer', 'number'],
  'more-than-zero': ['integer', 'number'],
  flag: ['boolean'],
  types: ['string', 'array'],
  values: ['array'],
  any: [],
};

const WORDS: ReadonlySet<unknown> = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

/** Why a keyword says nothing that a value could be judged by; undefined when it is well made. */
export function flawOf(keyword: string, form: Form, value: unknown): string | undefined {
  const types = TYPES[form];
  if (types.length > 0 && !types.includes(typeOf(value))) return meaningless(keyword, value);
  if (form === 'types') {
    const unknown = [value].flat().find(word => !WORDS.has(word));
    return unknown === undefined ? undefined : `its type “${unknown}” is none that JSON Schema knows`;
  }
  return isSound(form, value) ? undefined : meaningless(keyword, value);
}

function isSound(form: Form, value: unknown): boolean {
  if (form === 'count') return Number(value) >= 0;
  if (form === 'more-than-zero') return Number(value) > 0;
  if (form === 'texts') return isTexts(value);
  if (form === 'texts-by-name') return isObject(value) && Object.values(value).every(isTexts);
  return true;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(text => typeof text === 'string');
}

function meaningless(keyword: string, value: unknown): string {
  return `its \`${keyword}\` is ${JSON.stringify(value)?.slice(0, 40)}, which has no meaning`;
}
