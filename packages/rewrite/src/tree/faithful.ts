import { parse } from '@portolan/contract/text';
import { differences, inWords } from '../facts/differences.ts';
import { faults } from '../faults.ts';
import { sameData } from './same.ts';

/** Throws REWRITE_NOT_FAITHFUL when two texts do not hold the same data. The reader's own parser decides. */
export function mustSayTheSame(location: string, before: string, after: string): void {
  const [left, right] = [parse(location, before).value, parse(location, after).value];
  if (sameData(left, right)) return;
  const [first] = differences(left, right);
  throw faults.NOT_FAITHFUL({ location, difference: first ? inWords(first) : 'members that are hard to see' });
}
