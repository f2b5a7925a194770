import { listed } from '../../values.ts';

/** ` with the operations …`, or nothing where there are none. */
export function withNames(operations: readonly string[]): string {
  if (operations.length === 0) return '';
  return ` with the ${operations.length === 1 ? 'operation' : 'operations'} ${listed(operations)}`;
}
