import type { Side } from '../side.ts';
import type { SchemaEdit } from './model.ts';

/** What comparing definitions needs: both sides, and where to send pairs of schemas that both refer to. */
export interface Walk {
  readonly before: Side;
  readonly after: Side;
  edit(edit: SchemaEdit): void;
  /** Two schemas at the same place: compares them, once. False where they are two different schemas. */
  pair(before: string, after: string): boolean;
}
