import type { NumberRange } from '../../protobuf/model.ts';

/** True for a number that one of the ranges holds. */
export function isIn(number: number, ranges: readonly NumberRange[]): boolean {
  return ranges.some(({ from, to }) => number >= from && number <= to);
}
