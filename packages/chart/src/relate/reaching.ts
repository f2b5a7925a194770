import type { UseFact } from '@portolan/evidence/port';
import { patternOf, readingsOf } from './patterns/pattern.ts';
import { createPatternIndex } from './patterns/pattern-index.ts';

/** What tells the addresses that somebody uses. */
type Reach = Pick<UseFact, 'address' | 'match' | 'except'>;

/**
 * Which addresses a use is about, where it is about many: all that begin like its own, but for those that it leaves out, or
 * all that fit the wildcards of its own (a binding of RabbitMQ, a subscription of MQTT). Undefined for a use of one address.
 *
 * @param family of the protocol; undefined when nobody says
 */
export function reachOf(use: Reach, family: string | undefined): ((address: string) => boolean) | undefined {
  const { address: own, match, except = [] } = use;
  if (match === 'prefix') return address => address.startsWith(own) && !except.some(each => isLeftOut(each, address));
  const { grammar, levels, wildcard } = patternOf(own, family);
  if (!wildcard) return undefined;
  const index = createPatternIndex<true>();
  index.add(levels, true);
  return address =>
    readingsOf(address, family).some(
      reading => reading.grammar === grammar && index.fitting(reading.levels, true).length > 0,
    );
}

function isLeftOut(except: string, address: string): boolean {
  return except.endsWith('*') ? address.startsWith(except.slice(0, -1)) : address === except;
}
