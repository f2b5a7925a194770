import { compareText } from '@portolan/base';
import type { Cover } from '../model.ts';
import type { ChannelMatch } from './channels.ts';
import { isPattern, readingsOf } from './patterns/pattern.ts';
import { createPatternIndex, type PatternIndex } from './patterns/pattern-index.ts';
import { type Placed, placedChannels } from './placed.ts';

/**
 * Which channels cover others: the address of the one is a pattern, and the other has, or may have, an address that the
 * pattern means. Only on one broker, and by the wildcards of its protocol. Sorted by ids.
 *
 * A wildcard, or a parameter whose values are listed, covers for certain. A parameter whose values nobody lists may stand
 * for anything, so what it covers is uncertain; an address that is nothing but such parameters covers nothing.
 */
export function coversOf({ groups }: Pick<ChannelMatch, 'groups'>): Cover[] {
  const spaces = new Map<string, Space>();
  const all = placedChannels(groups);
  for (const each of all) {
    if (!isPattern(each.pattern) || saysNothing(each)) continue;
    for (const place of each.places) add(spaces, `${place}\n${each.pattern.grammar}`, each);
  }
  if (spaces.size === 0) return [];
  const found = new Map<string, Cover>();
  for (const each of all) {
    for (const place of each.places) {
      for (const { grammar, levels } of readingsOf(each.address, each.family, each.values)) {
        const space = spaces.get(`${place}\n${grammar}`);
        const fitting = [...(space?.certain.fitting(levels) ?? []), ...(space?.open.fitting(levels, true) ?? [])];
        for (const { value: wide, whole, guess } of fitting) {
          if (wide.id === each.id || apart(wide, each) || (guess && !whole)) continue;
          const cover = coverOf(wide, each, whole, guess);
          const key = `${wide.id}\n${each.id}`;
          if (!found.has(key) || cover.confidence === 'stated') found.set(key, cover);
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.channel, b.channel) || compareText(a.covered, b.covered));
}

/** Patterns that may meet: on one broker, of one grammar. */
interface Space {
  readonly certain: PatternIndex<Placed>;
  /** Those in which only parameters leave something open, and nobody lists their values. */
  readonly open: PatternIndex<Placed>;
}

function add(spaces: Map<string, Space>, key: string, each: Placed): void {
  const space = spaces.get(key) ?? { certain: createPatternIndex<Placed>(), open: createPatternIndex<Placed>() };
  spaces.set(key, space);
  (each.pattern.open ? space.open : space.certain).add(each.pattern.levels, each);
}

/** An address that is nothing but parameters. */
function saysNothing({ pattern }: Placed): boolean {
  return pattern.bare && pattern.open;
}

/** Two exchanges of one broker have nothing in common. */
function apart(a: Placed, b: Placed): boolean {
  return a.exchange !== undefined && b.exchange !== undefined && a.exchange !== b.exchange;
}

function coverOf(wide: Placed, narrow: Placed, whole: boolean, guess: boolean): Cover {
  const stated = whole && !guess;
  return {
    channel: wide.id,
    covered: narrow.id,
    by: guess ? 'parameter' : wide.pattern.wildcard ? 'wildcard' : 'values',
    confidence: stated ? 'stated' : 'uncertain',
    says: `\`${wide.address}\` ${stated ? 'takes in' : 'may take in'} \`${narrow.address}\``,
  };
}
