import { type Finding, findingOf } from '@portolan/base';
import type { Contract, Direction, Operation } from '@portolan/contract';
import { DIRECTION_UNUSED } from './directions-findings.ts';
import { covers } from './globs.ts';
import type { SettledDirection } from './model.ts';
import { wayFrom } from './way.ts';

/** A document with the directions that its team has settled. */
export interface Settled {
  /** The same object as before where nothing is settled. */
  readonly contract: Contract;
  /** The entries that are about one of its operations. */
  readonly used: readonly SettledDirection[];
}

/** Contracts with settled directions, kept so that what follows from them is worked out once. */
const made = new WeakMap<Contract, { readonly mark: string; readonly settled: Settled }>();

/**
 * Settles the directions of a document's operations as its team has decided, one operation at a time. What the settings
 * say wins over the document, its `x-portolan-direction` included, and the evidence tells where they say so. Of two
 * entries about one operation the later one counts.
 *
 * @param root folder that relative locations are relative to, where the folders of settings are absolute
 */
export function settledBy(directions: readonly SettledDirection[], contract: Contract, root = ''): Settled {
  const [entry] = contract.sources;
  const location = entry?.location ?? contract.info.origin.source;
  const own = directions.filter(({ files, folder }) => covers(files, wayFrom(folder, location, root)));
  if (own.length === 0) return { contract, used: [] };
  const mark = JSON.stringify(own);
  const before = made.get(contract);
  if (before?.mark === mark) return before.settled;
  const ids = new Set(contract.operations.map(({ id }) => id));
  const used = own.filter(({ operation }) => ids.has(operation));
  const byId = new Map(used.map(direction => [direction.operation, direction]));
  const operations = contract.operations.map(operation => {
    const direction = byId.get(operation.id);
    return direction ? { ...operation, direction: directionOf(operation, direction) } : operation;
  });
  const settled = { contract: used.length > 0 ? { ...contract, operations } : contract, used };
  made.set(contract, { mark, settled });
  return settled;
}

function directionOf({ verb, action: declared }: Operation, { action, reason, origin }: SettledDirection): Direction {
  return {
    action,
    confidence: 'supported',
    evidence: [
      { kind: 'verb', says: verb, points: declared },
      { kind: 'settled', says: reason, points: action, origin },
    ],
  };
}

/** One finding for each entry that no document has an operation for. */
export function unusedDirections(
  directions: readonly SettledDirection[],
  isUsed: (direction: SettledDirection) => boolean,
): Finding[] {
  return directions
    .filter(direction => !isUsed(direction))
    .map(({ operation, files, origin }) => findingOf(DIRECTION_UNUSED, origin, { operation, at: files }));
}
