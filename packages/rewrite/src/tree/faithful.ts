import { parse } from '@portolan/contract/text';
import { faults } from '../faults.ts';
import { sameData } from './same.ts';

/** Throws REWRITE_NOT_FAITHFUL when two texts do not hold the same data. The reader's own parser decides. */
export function mustSayTheSame(location: string, before: string, after: string): void {
  if (!sameData(parse(location, before).value, parse(location, after).value)) throw faults.NOT_FAITHFUL({ location });
}
