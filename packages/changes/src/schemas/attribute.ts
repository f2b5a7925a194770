import { lastKeyOf } from '@portolan/base';
import type { Action } from '@portolan/contract';
import type { Comparison, Difference, SchemaPlace } from '@portolan/schema/compare';
import type { Place, SchemaEdit } from './model.ts';

/**
 * Which edit each difference follows from: the one whose place it is in, the innermost first; else those inside its own
 * place, of which the one that is called as its value counts before all others. A difference that points nowhere near an
 * edit belongs to all of them, so that none is lost.
 */
export function attribute(
  { differences }: Comparison,
  edits: readonly SchemaEdit[],
  action: Action,
): Map<SchemaEdit, Difference[]> {
  const found = new Map<SchemaEdit, Difference[]>(edits.map(edit => [edit, []]));
  for (const difference of differences) {
    if (difference.breaks === 'no') continue;
    const [after, before] =
      action === 'send' ? [difference.writer, difference.reader] : [difference.reader, difference.writer];
    const scored = edits.map(edit => ({
      edit,
      score: Math.max(nearness(edit.after, after, difference), nearness(edit.before, before, difference)),
    }));
    const best = Math.max(0, ...scored.map(({ score }) => score));
    for (const { edit, score } of scored) if (score === best) found.get(edit)?.push(difference);
  }
  return found;
}

/** How well an edited place explains a difference at another: 0 not at all, more the deeper the place around it is. */
function nearness(edited: Place | undefined, told: SchemaPlace | undefined, { path }: Difference): number {
  if (!edited || !told) return 0;
  // Full names (of Protobuf) mean the same in every schema of a text.
  if (edited.schema !== told.schema && !(isName(edited.pointer) && isName(told.pointer))) return 0;
  if (isWithin(told.pointer, edited.pointer)) return 1000 + edited.pointer.length;
  if (!isWithin(edited.pointer, told.pointer)) return 1;
  // What is said of an object may be about one of its members, which only the path tells: that it is required.
  return nameIn(edited.pointer) === nameIn(path) ? 600 : 500;
}

/** The last name of a pointer, a full name or a path. */
function nameIn(path: string): string | undefined {
  const name = isName(path) ? path.split(/[.[\]]+/).findLast(step => step !== '') : lastKeyOf(path);
  return name === '' ? undefined : name;
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}${isName(outer) ? '.' : '/'}`);
}

function isName(pointer: string): boolean {
  return pointer !== '' && !pointer.startsWith('/');
}
