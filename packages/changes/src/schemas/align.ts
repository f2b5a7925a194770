import { canonical, type JsonObject } from '@portolan/base';
import { oneToOne } from '../match/one-to-one.ts';

/** Members of two maps: those of both, those of one, and those that only changed their name. */
export interface AlignedNames {
  readonly both: readonly string[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly renamed: readonly (readonly [string, string])[];
}

/** Matches members by name; what is left, by saying the same as exactly one other. */
export function alignNames(before: JsonObject, after: JsonObject): AlignedNames {
  const both = Object.keys(before).filter(name => Object.hasOwn(after, name));
  const gone = Object.keys(before).filter(name => !Object.hasOwn(after, name));
  const fresh = Object.keys(after).filter(name => !Object.hasOwn(before, name));
  const { pairs, removed, added } = oneToOne(
    gone.map(name => ({ name, value: before[name] })),
    fresh.map(name => ({ name, value: after[name] })),
    [({ value }) => tellingTextOf(value)],
  );
  return {
    both,
    removed: removed.map(({ name }) => name),
    added: added.map(({ name }) => name),
    renamed: pairs.map(pair => [pair.before.name, pair.after.name] as const),
  };
}

/** What is recognised under another name: a plain `{ type: string }` is like too many others. */
function tellingTextOf(value: unknown): string | undefined {
  const text = canonical(value);
  return text.length > MANY_SAY_THIS ? text : undefined;
}

const MANY_SAY_THIS = '{"type":"string"}'.length + 4;

/** Items of two lists: by saying the same, by their name or title, else in order. */
export interface AlignedLists {
  readonly both: readonly (readonly [number, number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

export function alignLists(
  before: readonly unknown[],
  after: readonly unknown[],
  nameOf?: (item: unknown) => string | undefined,
): AlignedLists {
  const indexed = (list: readonly unknown[]) => list.map((item, index) => ({ item, index }));
  const { pairs, removed, added } = oneToOne(indexed(before), indexed(after), [
    ...(nameOf ? [({ item }: { item: unknown }) => nameOf(item)] : []),
    ({ item }) => canonical(item),
    ({ item }) => titleOf(item),
  ]);
  const both = pairs.map(pair => [pair.before.index, pair.after.index] as [number, number]);
  // In a list without names, what is left over on both sides in the same number was edited in place.
  const inPlace = nameOf === undefined && removed.length === added.length;
  if (inPlace) for (const [order, { index }] of removed.entries()) both.push([index, added[order]?.index ?? index]);
  return {
    both: both.sort((a, b) => a[1] - b[1]),
    removed: inPlace ? [] : removed.map(({ index }) => index),
    added: inPlace ? [] : added.map(({ index }) => index),
  };
}

function titleOf(item: unknown): string | undefined {
  const title = (item as { title?: unknown } | null)?.title;
  return typeof title === 'string' ? title : undefined;
}
