import { Fault } from '@portolan/base';
import { format } from '@portolan/rewrite';
import type { TextEdit } from 'vscode-languageserver-types';
import { rangeOf } from '../positions.ts';
import { isOurs } from '../workspace/expected.ts';
import type { Files } from '../workspace/files.ts';

/**
 * Lays a document or a part out as `portolan format` does: only the stretch that differs is replaced. A text that cannot
 * be read, or that would say something else afterwards, stays as it is.
 */
export function formatting(files: Files, location: string): TextEdit[] {
  const sketch = files.sketch(location);
  if (!sketch || !isOurs(files, location)) return [];
  try {
    return difference(sketch.text, format(sketch.text, location));
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
}

function difference(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [
    { range: rangeOf({ text: before }, start, before.length - end), newText: after.slice(start, after.length - end) },
  ];
}
