import type { Position, Range } from '@portolan/base';
import type { Spot } from './tokens.ts';

/** Turns stretches of a text into lines and columns, both from 1. */
export function positionsOf(text: string): (spot: Spot) => Range {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ start, end }) => ({ start: position(start), end: position(end) });

  function position(offset: number): Position {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  }
}
