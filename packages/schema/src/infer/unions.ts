import type { JsonObject } from '../json.ts';
import type { Confidence } from './leaves.ts';

/** Objects of several kinds, and the member that tells them apart. */
export interface Union {
  readonly by: string;
  /** One group for each value of that member, in the order of the values. */
  readonly groups: readonly (readonly JsonObject[])[];
}

/** Kinds that one member may tell apart. */
const MOST_KINDS = 20;

/** Names that such members often have, first. */
const LIKELY = /^(@?type|\$type|_type|kind|event|event_?type|message_?type|name|action|op)$/i;

/**
 * Finds a member that is always a short text and tells kinds of objects apart: some other member is always there in one kind
 * and never in another.
 */
export function unionOf(objects: readonly JsonObject[], { enough }: Confidence): Union | undefined {
  if (objects.length < enough) return undefined;
  const [first] = objects;
  const names = Object.keys(first ?? {}).filter(name =>
    objects.every(object => Object.hasOwn(object, name) && isWord(object[name])),
  );
  names.sort((a, b) => Number(LIKELY.test(b)) - Number(LIKELY.test(a)) || (a < b ? -1 : 1));
  for (const by of names) {
    const groups = groupsBy(by, objects);
    if (groups && tellsApart(groups)) return { by, groups };
  }
  return undefined;
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 60 && !/\s/.test(value);
}

function groupsBy(by: string, objects: readonly JsonObject[]): JsonObject[][] | undefined {
  const groups = new Map<string, JsonObject[]>();
  for (const object of objects) {
    const value = String(object[by]);
    const group = groups.get(value);
    if (group) group.push(object);
    else if (groups.size >= MOST_KINDS) return undefined;
    else groups.set(value, [object]);
  }
  // A value that never comes again tells one message from the others, and not one kind.
  if (groups.size < 2 || groups.size * 2 > objects.length) return undefined;
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** True when each group has a member of its own in all of its objects, or lacks one that all others have. */
function tellsApart(groups: readonly (readonly JsonObject[])[]): boolean {
  const always = groups.map(group => namesIn(group, (count, all) => count === all));
  const ever = groups.map(group => namesIn(group, count => count > 0));
  return groups.every((_, at) =>
    groups.every((_, other) => {
      if (other === at) return true;
      const differs = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>) =>
        [...mine].some(name => !theirs.has(name));
      return (
        differs(always[at] as Set<string>, ever[other] as Set<string>) ||
        differs(always[other] as Set<string>, ever[at] as Set<string>)
      );
    }),
  );
}

function namesIn(group: readonly JsonObject[], counts: (count: number, all: number) => boolean): Set<string> {
  const found = new Map<string, number>();
  for (const object of group) for (const name of Object.keys(object)) found.set(name, (found.get(name) ?? 0) + 1);
  return new Set([...found].filter(([, count]) => counts(count, group.length)).map(([name]) => name));
}
