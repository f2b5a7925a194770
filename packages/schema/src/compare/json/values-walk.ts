import { NO } from '../../evaluate/model.ts';
import { type LocatedPart, placeOfPart } from './located.ts';
import { be, type Goal, meets } from './search/goal.ts';
import { TYPES, type Type } from './search/part.ts';
import { type Here, type Telling, tell } from './told.ts';

/** Compares types: each that the writer may send must be one that the reader expects. */
export function compareTypes(one: LocatedPart, here: Here, telling: Telling): void {
  const { part } = one;
  if (part.kind !== 'types') return;
  const goals = here.writer.map(({ term }) => be(term));
  const strange = TYPES.filter(
    type =>
      !part.types.has(type) &&
      !(part.exceptNull && type === 'null') &&
      telling.finder.ask([...goals, { kind: 'type', type }]).kind !== 'none',
  );
  const reader = placeOfPart(one);
  const params = { writer: either(strange), reader: either([...part.types], part.isWhole) };
  for (const type of strange) {
    if (tell(here, { code: 'TYPE_CHANGED', params, reader, shownBy: [{ kind: 'type', type }] }, telling)) break;
  }
  if (!part.isWhole) return;
  const shownBy: Goal[] = [
    { kind: 'type', type: 'number' },
    { kind: 'part', part, isMet: false },
  ];
  if (telling.finder.ask([...goals, ...shownBy]).kind === 'none') return;
  tell(here, { code: 'WHOLE_NUMBER_EXPECTED', reader, shownBy }, telling);
}

const WORDS: Readonly<Record<Type, string>> = {
  null: 'null',
  boolean: 'true or false',
  number: 'a number',
  string: 'a text',
  array: 'a list',
  object: 'an object',
};

function either(types: readonly Type[], isWhole = false): string {
  if (types.length > 4) return 'something of nearly any type';
  return listed(types.map(type => (type === 'number' && isWhole ? 'a whole number' : WORDS[type])));
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Values that a sentence names. */
const MOST_NAMED = 5;

/** Compares `enum` and `const`. */
export function compareValues(one: LocatedPart, written: readonly LocatedPart[], here: Here, telling: Telling): void {
  const { part } = one;
  if (part.kind !== 'values') return;
  const reader = placeOfPart(one);
  const refused: Goal = { kind: 'part', part, isMet: false };
  const goals = here.writer.map(({ term }) => be(term));
  if (telling.finder.ask([...goals, refused]).kind === 'none') return;
  const list = written.find(other => other.part.kind === 'values');
  if (list?.part.kind !== 'values') {
    tell(here, { code: 'VALUES_LIMITED', params: { values: shown(part.values) }, reader, shownBy: [refused] }, telling);
    return;
  }
  const missing = list.part.values.filter(value => meets(refused, value) !== NO);
  const sendable = missing.filter(value => goals.every(goal => meets(goal, value) !== NO));
  const params = { values: shown(sendable), count: sendable.length };
  tell(here, { code: 'ENUM_VALUES_MISSING', params, writer: placeOfPart(list), reader, shownBy: [refused] }, telling);
}

function shown(values: readonly unknown[]): string {
  const texts = values.slice(0, MOST_NAMED).map(value => {
    const text = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? 'null');
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
  });
  return values.length > MOST_NAMED ? `${texts.join(', ')} or ${values.length - MOST_NAMED} more` : listed(texts);
}
