import { compareText } from '@portolan/base';
import type { SourceFile } from '@portolan/contract';
import { faults } from '../faults.ts';

/** A change of a text: what stands from `start` to before `end`, counted in UTF-16 code units, becomes `text`. */
export interface Edit {
  /** Location of the file. */
  readonly location: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes all edits of one text at once; what no edit covers stays as it is. Edits that begin at the same place are made in
 * the order in which they are given. Throws REWRITE_EDIT_OVERLAP and REWRITE_EDIT_OUTSIDE, and then changes nothing.
 */
export function apply(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let done = 0;
  for (const { location, start, end, text: replacement } of sorted) {
    if (start < 0 || end < start || end > text.length) {
      throw faults.EDIT_OUTSIDE({ location, start, end, length: text.length });
    }
    if (start < done) throw faults.EDIT_OVERLAP({ location, offset: start });
    parts.push(text.slice(done, start), replacement);
    done = end;
  }
  return parts.join('') + text.slice(done);
}

/** Makes the edits of several files, and returns the files that changed, by location. */
export function applyAll(files: readonly SourceFile[], edits: readonly Edit[]): SourceFile[] {
  return files
    .map(({ location, text }) => ({
      location,
      before: text,
      text: apply(
        text,
        edits.filter(edit => edit.location === location),
      ),
    }))
    .filter(({ before, text }) => before !== text)
    .map(({ location, text }) => ({ location, text }))
    .sort((a, b) => compareText(a.location, b.location));
}
