import type { ServicePast, ServiceState } from '@portolan/changes';
import { paired, type Read, unresolvedOf } from '@portolan/review';
import { type Step, type WalkOptions, walk } from '../past/walk.ts';

/** A past that is being gathered. */
interface Gathering {
  path: string;
  states: ServiceState[];
  readonly continued: boolean;
  gone?: { readonly at: string; readonly revision: string };
}

/**
 * The states of every document of a git repository. A document that was renamed, or moved as far as its id or title tells,
 * is still the same one.
 *
 * Faults: those of `walk`.
 */
export async function servicesOfGit(options: WalkOptions): Promise<ServicePast[]> {
  const living = new Map<string, Gathering>();
  const all: Gathering[] = [];
  for await (const step of walk(options)) take(step, living, all);
  return all;
}

function take({ commit, before, after }: Step, living: Map<string, Gathering>, all: Gathering[]): void {
  const { id: revision, date: at } = commit;
  const moved: [string, Gathering][] = [];
  for (const pair of paired(before, after)) {
    const known = pair.before && living.get(pair.before.location);
    const past = known ?? {
      path: '',
      states: stateOf(pair.before, at, revision),
      continued: pair.before !== undefined,
    };
    if (!known) all.push(past);
    if (pair.before) living.delete(pair.before.location);
    if (!pair.after) {
      past.path ||= pair.before?.location ?? '';
      past.gone = { at, revision };
      continue;
    }
    past.path = pair.after.location;
    past.states = kept([...past.states, ...stateOf(pair.after, at, revision)]);
    moved.push([past.path, past]);
  }
  // Afterwards: two documents may have changed places.
  for (const [path, past] of moved) living.set(path, past);
}

function stateOf(document: Read | undefined, at: string, revision: string): ServiceState[] {
  const contract = document?.read.contract;
  return contract ? [{ contract, at, revision, unresolved: unresolvedOf(document.read) }] : [];
}

/** Without the states between the first and the last one of a version, which nobody asks for. */
function kept(states: ServiceState[]): ServiceState[] {
  const versions = states.slice(-3).map(({ contract }) => contract.info.version);
  const isBetween = versions.length === 3 && versions.every(version => version === versions[0]);
  return isBetween ? states.toSpliced(-2, 1) : states;
}
