import { HISTORY_SHAPE } from './json-schema.ts';
import type { History } from './model.ts';

/** For programs: the shape that `json-schema.ts` describes. */
export function printJson({ revisions, summary }: History): string {
  return `${JSON.stringify({ portolan: HISTORY_SHAPE, revisions, summary }, undefined, 2)}\n`;
}
