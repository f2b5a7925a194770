import type { Origin, Range } from '@portolan/base';
import type { Contract } from '@portolan/contract';

/** Where the nodes of a contract stand in their texts, kept after the texts themselves were let go. */
export type Places = ReadonlyMap<string, Range>;

/** The places of everything that has a page or a link of its own. */
export function placesOf(contract: Contract, locate: (origin: Origin) => Range | undefined): Places {
  const { info, servers, channels, operations, messages } = contract;
  const places = new Map<string, Range>();
  for (const { origin } of [info, ...servers, ...channels, ...operations, ...messages]) {
    const range = locate(origin);
    if (range) places.set(keyOf(origin), range);
  }
  return places;
}

/** Where an origin stands; undefined when it is none of the nodes that are kept. */
export function placeOf(places: Places, origin: Origin): Range | undefined {
  return places.get(keyOf(origin));
}

function keyOf({ source, pointer }: Origin): string {
  return `${source}#${pointer}`;
}
