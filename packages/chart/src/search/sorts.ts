import type { Counting } from './counting.ts';
import type { Facts } from './facts.ts';
import type { SearchKind } from './hit.ts';

/**
 * Things that are counted alike: of one kind, with the same owner, domain, protocols and tags. They are far fewer than
 * things, so a query that nearly everything fits counts things by their sort, and looks at what a sort has once.
 */
export interface Sorts {
  /** The sort of a thing that comes, as a number that it gives back when it goes. */
  take(kind: SearchKind, facts: Facts): number;
  giveBack(sort: number): void;
  /** Counts the things that fit one query. */
  tally(): Tally;
}

export interface Tally {
  add(sort: number): void;
  /** Tells what was counted. */
  into(counted: Counting): void;
}

interface Sort {
  readonly key: string;
  readonly kind: SearchKind;
  readonly facts: Facts;
  things: number;
}

export function createSorts(): Sorts {
  const numbers = new Map<string, number>();
  const sorts: Sort[] = [];
  const free: number[] = [];
  return {
    take(kind, facts) {
      const key = JSON.stringify([kind, facts.owner, facts.domain, facts.protocols, facts.tags]);
      const number = numbers.get(key) ?? free.pop() ?? sorts.length;
      if (numbers.has(key)) (sorts[number] as Sort).things++;
      else sorts[number] = { key, kind, facts, things: 1 };
      numbers.set(key, number);
      return number;
    },
    giveBack(number) {
      const sort = sorts[number] as Sort;
      sort.things--;
      if (sort.things > 0) return;
      numbers.delete(sort.key);
      free.push(number);
    },
    tally() {
      const times = new Uint32Array(sorts.length);
      return {
        add(number) {
          times[number] = (times[number] as number) + 1;
        },
        into(counted) {
          for (const [number, { kind, facts }] of sorts.entries()) {
            const count = times[number] as number;
            if (count > 0) counted.add(kind, facts, count);
          }
        },
      };
    },
  };
}
