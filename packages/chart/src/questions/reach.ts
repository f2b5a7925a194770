import type { Chart, ServiceId } from '../model.ts';
import { type Dependency, dependedOnBy, dependsOn } from './dependencies.ts';

/** A service that another depends on, directly or through others; or, the other way round, that depends on it. */
export interface Reached extends Dependency {
  /** 1 for a direct dependency. */
  readonly depth: number;
  /** The service one step nearer, whose messages the dependency is about. The asked one for a direct dependency. */
  readonly through: ServiceId;
}

/** All that a service reaches. Each service is there once, by a shortest way; nearer ones first, then by id. */
export interface Reach {
  /** Services whose messages it receives, and so on. */
  readonly dependsOn: readonly Reached[];
  /** Services that receive its messages, and so on. */
  readonly dependedOnBy: readonly Reached[];
}

/** Follows the dependencies of a service both ways. */
export function reach(chart: Chart, service: ServiceId): Reach {
  return { dependsOn: walk(chart, service, dependsOn), dependedOnBy: walk(chart, service, dependedOnBy) };
}

function walk(
  chart: Chart,
  service: ServiceId,
  next: (chart: Chart, id: ServiceId) => readonly Dependency[],
): Reached[] {
  const found: Reached[] = [];
  const seen = new Set([service]);
  let edge: readonly ServiceId[] = [service];
  for (let depth = 1; edge.length > 0; depth++) {
    const beyond: ServiceId[] = [];
    for (const through of edge) {
      for (const dependency of next(chart, through)) {
        if (seen.has(dependency.service)) continue;
        seen.add(dependency.service);
        beyond.push(dependency.service);
        found.push({ ...dependency, depth, through });
      }
    }
    edge = beyond;
  }
  return found;
}
