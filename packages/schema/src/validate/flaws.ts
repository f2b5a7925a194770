import { typeOf } from '../json.ts';
import { HOLDERS } from '../keywords.ts';

const NUMBERS = [
  'maximum',
  'minimum',
  'multipleOf',
  'maxLength',
  'minLength',
  'maxItems',
  'minItems',
  'maxProperties',
  'minProperties',
  'minContains',
  'maxContains',
];

/** Keywords by the JSON type that their value must have. */
const TYPES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...NUMBERS.map(name => [name, ['integer', 'number']] as const),
  // Draft-04 has flags here, later drafts numbers.
  ['exclusiveMaximum', ['integer', 'number', 'boolean']],
  ['exclusiveMinimum', ['integer', 'number', 'boolean']],
  ['pattern', ['string']],
  ['format', ['string']],
  ['$ref', ['string']],
  ['required', ['array']],
  ['enum', ['array']],
  ['uniqueItems', ['boolean']],
  ['dependentRequired', ['object']],
  ['type', ['string', 'array']],
]);

const WORDS: ReadonlySet<unknown> = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

/** What a keyword that holds schemas may be. */
const HOLDING = {
  one: ['object', 'boolean'],
  list: ['array'],
  map: ['object'],
  'one-or-list': ['object', 'boolean', 'array'],
  'map-or-names': ['object'],
} as const;

/** Why a keyword says nothing that a value could be judged by; undefined when it is well made. */
export function flawOf(keyword: string, value: unknown): string | undefined {
  const holds = HOLDERS.get(keyword);
  const allowed: readonly string[] | undefined = holds ? HOLDING[holds] : TYPES.get(keyword);
  if (allowed && !allowed.includes(typeOf(value)))
    return `its \`${keyword}\` is ${JSON.stringify(value)?.slice(0, 40)}, which has no meaning`;
  if (keyword !== 'type') return undefined;
  const unknown = [value].flat().find(word => !WORDS.has(word));
  return unknown === undefined ? undefined : `its type “${unknown}” is none that JSON Schema knows`;
}
